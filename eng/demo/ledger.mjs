// Tells the envelope of `heck refactor rename` as a person would want to read it.
import { readFileSync } from 'node:fs';

const { payload } = JSON.parse(readFileSync(0, 'utf8'));
const { changed, other_symbol, text_only, unknown } = payload.occurrences;
const shown = payload.diff.split('\n').slice(0, 36);

console.log(`
Patch ${payload.patch.id} over ${payload.patch.files.length} files, by ${payload.engine.name} ${payload.engine.version}.
Every place where the name stands is accounted for:
  ${String(changed.length).padStart(4)}  are this symbol, and change
  ${String(other_symbol.length).padStart(4)}  are another symbol of that name
  ${String(text_only.length).padStart(4)}  are only text: comments and strings
  ${String(unknown.length).padStart(4)}  could not be decided

The first lines of the diff (heck patch show ${payload.patch.id} prints it all):
`);
console.log(shown.map(line => '    ' + line).join('\n'));
