/** What does the engine's work on a platform, as npm names it: `linux-x64`, `darwin-arm64`, `win32-x64`, `linux-x64-musl`. */
const engine = '@duckdb/node-bindings';
export const enginePackage = (platform) => `${engine}-${platform}`;

/** Packages that every bundle holds: what chooses the engine of the platform, from where it is found, and what says which libc there is. */
export const always = [engine, '@duckdb/node-api', 'detect-libc'];

/** The manifest of a bundle: everything else is in dist/ already, so that nothing is left to fetch. */
export function bundleManifest({ scripts, devDependencies, dependencies, ...manifest }, versions, platforms) {
  const engines = platforms.map(enginePackage);
  const pick = (names) => Object.fromEntries(names.map((name) => [name, versions[name]]));
  return {
    ...manifest,
    dependencies: pick(always),
    optionalDependencies: pick(engines),
    bundleDependencies: [...always, ...engines],
  };
}

/** The engine's manifest without the platforms that are not there, which npm would look for in a registry. */
export const withoutOthers = (manifest, platforms) => ({
  ...manifest,
  optionalDependencies: Object.fromEntries(
    Object.entries(manifest.optionalDependencies ?? {}).filter(([name]) =>
      platforms.map(enginePackage).includes(name),
    ),
  ),
});
