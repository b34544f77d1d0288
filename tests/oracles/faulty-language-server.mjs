// A language server that speaks the protocol and has one fault, named by its argument: none, crash, silent, empty, refuses, garbage, waits, outside.
const fault = process.argv[2];
let buffered = Buffer.alloc(0);
let answered = new Map();
let nextId = 1000;
let busy = false;

process.stdin.on('data', (chunk) => {
  buffered = Buffer.concat([buffered, chunk]);
  for (;;) {
    const head = buffered.indexOf('\r\n\r\n');
    if (head < 0) return;
    const length = Number(/content-length: *(\d+)/i.exec(buffered.subarray(0, head).toString())[1]);
    if (buffered.length < head + 4 + length) return;
    const message = JSON.parse(buffered.subarray(head + 4, head + 4 + length).toString());
    buffered = buffered.subarray(head + 4 + length);
    receive(message);
  }
});

function send(message) {
  const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
  process.stdout.write(`Content-Length: ${body.length}\r\n\r\n`);
  process.stdout.write(body);
}

function ask(method, params) {
  const id = nextId++;
  send({ id, method, params });
  return new Promise((resolve) => answered.set(id, resolve));
}

async function receive(message) {
  if (!message.method) return answered.get(message.id)?.(message);
  if (message.method === 'initialize') {
    if (fault === 'crash') process.exit(3);
    if (fault === 'garbage') return process.stdout.write('this is no protocol\r\n\r\n');
    send({ id: message.id, result: { capabilities: {}, serverInfo: { name: 'faulty', version: '1.2.3' } } });
  } else if (message.method === 'textDocument/didOpen' && fault === 'waits') {
    // Loads its project, and asks what every server asks; a rename before the end would get half an answer.
    busy = true;
    await ask('client/registerCapability', { registrations: [] });
    await ask('workspace/configuration', { items: [{ section: 'x' }] });
    await ask('window/workDoneProgress/create', { token: 't' });
    send({ method: '$/progress', params: { token: 't', value: { kind: 'begin', title: 'loading' } } });
    setTimeout(() => {
      busy = false;
      send({ method: '$/progress', params: { token: 't', value: { kind: 'end' } } });
    }, 500);
  } else if (message.method === 'textDocument/rename') {
    const { uri } = message.params.textDocument;
    const edit = { range: { start: message.params.position, end: message.params.position }, newText: message.params.newName };
    if (fault === 'silent') return;
    if (fault === 'refuses') return send({ id: message.id, error: { code: -32803, message: 'cannot rename this' } });
    if (fault === 'empty' || busy) return send({ id: message.id, result: { changes: {} } });
    if (fault === 'outside') return send({ id: message.id, result: { changes: { 'file:///elsewhere/a.ts': [edit] } } });
    send({ id: message.id, result: { documentChanges: [{ textDocument: { uri, version: 1 }, edits: [edit, edit] }] } });
  } else if (message.method === 'textDocument/definition') {
    send({ id: message.id, result: null });
  }
}
