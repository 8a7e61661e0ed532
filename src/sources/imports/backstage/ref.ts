/** A reference in full, `kind:namespace/name` in lower case: letters' case never tells two entities apart. */
export function fullRef(
  ref: string,
  defaults: { readonly kind: string; readonly namespace: string },
): string {
  const [, kind = defaults.kind, namespace = defaults.namespace, name = ref] =
    /^(?:([^:/]+):)?(?:([^:/]+)\/)?([^:/]+)$/.exec(ref.trim()) ?? [];
  return `${kind}:${namespace}/${name}`.toLowerCase();
}

/** Kind and bare name of a full reference. */
export const partsOf = (ref: string): { kind: string; name: string } => ({
  kind: ref.slice(0, ref.indexOf(':')),
  name: ref.slice(ref.indexOf('/') + 1),
});
