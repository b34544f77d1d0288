// Compiles every case of renames before and after, each in a program of its own, and prints as JSON what the second has that the first had not:
// [{ case, fresh: [diagnostic] }]. Standard input: one line, {"compiler": path, "cases": [{ "input": folder, "expected": folder }]}.
import { pathToFileURL } from 'node:url';
import fs from 'node:fs';
import path from 'node:path';

const { compiler, cases } = JSON.parse(fs.readFileSync(0, 'utf8'));
const ts = (await import(pathToFileURL(compiler).href)).default;

// The library is the same for all, and parsing it is most of the work.
const library = new Map();
function hostOf(options) {
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile;
  host.getSourceFile = (file, ...rest) => {
    if (!path.basename(file).startsWith('lib.')) return read(file, ...rest);
    if (!library.has(file)) library.set(file, read(file, ...rest));
    return library.get(file);
  };
  return host;
}

function diagnostics(folder) {
  const files = fs.readdirSync(folder, { recursive: true }).filter(f => /\.(ts|tsx|js)$/.test(f)).map(f => path.join(folder, f));
  const config = path.join(folder, 'tsconfig.json');
  const own = fs.existsSync(config) ? ts.convertCompilerOptionsFromJson(JSON.parse(fs.readFileSync(config, 'utf8')).compilerOptions, folder).options : {};
  const options = {
    strict: true, noEmit: true, allowJs: true, skipLibCheck: true, types: [], target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler, jsx: ts.JsxEmit.Preserve, ...own,
  };
  const program = ts.createProgram(files, options, hostOf(options));
  return ts.getPreEmitDiagnostics(program).map(d => `${d.file ? path.relative(folder, d.file.fileName) : ''} TS${d.code} ${ts.flattenDiagnosticMessageText(d.messageText, ' ')}`);
}

const answers = cases.map(c => {
  const before = diagnostics(c.input);
  const after = diagnostics(c.expected);
  return { case: path.basename(path.dirname(c.input)), fresh: after.length > before.length ? after : [] };
});
process.stdout.write(JSON.stringify(answers));
