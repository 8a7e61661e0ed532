import type { Shell } from './choices.js';

const bash = `# unsilo completion bash: put 'source <(unsilo completion bash)' into ~/.bashrc
_unsilo() {
  local word out value _
  # '=' and ':' part words for bash, not for unsilo.
  local line="\${COMP_LINE:0:COMP_POINT}" words=()
  read -ra words <<< "$line"
  [[ "$line" == *[[:space:]] ]] && words+=('')
  word="\${words[\${#words[@]}-1]}"
  COMPREPLY=()
  while IFS=$'\\t' read -r value _; do
    [ -n "$value" ] && COMPREPLY+=("$(printf '%q' "$value")")
  done < <("\${words[0]}" __complete -- "\${words[@]:1}" 2>/dev/null)
}
complete -o bashdefault -o default -F _unsilo unsilo
`;

const zsh = `#compdef unsilo
# unsilo completion zsh: put 'source <(unsilo completion zsh)' into ~/.zshrc, after compinit
_unsilo() {
  local -a values says
  local value text
  while IFS=$'\\t' read -r value text; do
    values+=("$value")
    says+=("$value\${text:+  -- $text}")
  done < <("\${words[1]}" __complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)
  if (( \${#values} )); then
    [[ "\${words[CURRENT]}" == --*=* ]] && compset -P '*='
    compadd -l -d says -a values
  else
    _files
  fi
}
if [ "\${funcstack[1]}" = _unsilo ]; then _unsilo "$@"; else compdef _unsilo unsilo; fi
`;

const fish = `# unsilo completion fish: unsilo completion fish > ~/.config/fish/completions/unsilo.fish
function __unsilo_complete
  set -l words (commandline -opc) (commandline -ct)
  set -l found ($words[1] __complete -- $words[2..-1] 2>/dev/null)
  if test (count $found) -gt 0
    set -l lead (string match -r -- '^--[\\w-]+=' "$words[-1]")
    printf '%s\\n' "$lead"$found
  else
    __fish_complete_path (commandline -ct)
  end
end
complete -c unsilo -f -a '(__unsilo_complete)'
`;

const powershell = `# unsilo completion powershell: put 'unsilo completion powershell | Out-String | Invoke-Expression' into $PROFILE
Register-ArgumentCompleter -Native -CommandName unsilo -ScriptBlock {
  param($word, $ast, $cursor)
  $words = @($ast.CommandElements | Where-Object { $_.Extent.StartOffset -lt $cursor } | ForEach-Object { $_.ToString() })
  if ($word -eq '') { $words += '""' }
  $rest = @($words | Select-Object -Skip 1)
  $lead = if ($word -match '^--[\\w-]+=') { $Matches[0] } else { '' }
  & $words[0] __complete -- @rest 2>$null | ForEach-Object {
    $value, $says = $_ -split "\`t", 2
    if (-not $says) { $says = $value }
    if ($value -notmatch '^[\\w./:@-]+$') { $value = "'" + $value.Replace("'", "''") + "'" }
    [System.Management.Automation.CompletionResult]::new("$lead$value", $value, 'ParameterValue', $says)
  }
}
`;

/** What a shell is to read, once, to complete our words: it asks \`unsilo __complete\`, and takes files where that is silent. */
export const scripts: Readonly<Record<Shell, string>> = { bash, zsh, fish, powershell };
