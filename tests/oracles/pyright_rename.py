"""Asks pyright's language server for the renames of tests/fixtures/refactor/python-* and compares.

Arguments: the folder of the cases, the server (`node_modules/pyright/langserver.index.js`). Prints a line for each case that differs, and the sums.
"""
import json, os, pathlib, shutil, subprocess, sys, tempfile

cases, server = pathlib.Path(sys.argv[1]), sys.argv[2]


class Server:
    def __init__(self, root):
        self.process = subprocess.Popen(["node", server, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.next, self.root = 1, root
        folder = {"uri": root.as_uri(), "name": "w"}
        capabilities = {"workspace": {"workspaceEdit": {"documentChanges": True}, "configuration": True, "workspaceFolders": True}}
        self.ask("initialize", {"processId": None, "rootUri": root.as_uri(), "workspaceFolders": [folder], "capabilities": capabilities})
        self.tell("initialized", {})

    def write(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def read(self):
        length = 0
        while (line := self.process.stdout.readline().strip()):
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        return json.loads(self.process.stdout.read(length))

    def tell(self, method, params):
        self.write({"method": method, "params": params})

    def ask(self, method, params):
        asked, self.next = self.next, self.next + 1
        self.write({"id": asked, "method": method, "params": params})
        while True:
            message = self.read()
            if "method" in message and "id" in message:
                items = message["params"].get("items", []) if isinstance(message.get("params"), dict) else []
                self.write({"id": message["id"], "result": [None] * len(items) if message["method"] == "workspace/configuration" else None})
            elif message.get("id") == asked:
                return message.get("result"), message.get("error")

    def close(self):
        self.ask("shutdown", None)
        self.tell("exit", None)
        self.process.wait(20)


def apply(root, edit):
    changes = [(c["textDocument"]["uri"], c["edits"]) for c in edit.get("documentChanges", []) if "textDocument" in c] or list((edit.get("changes") or {}).items())
    for uri, edits in changes:
        path = pathlib.Path(uri[len("file://"):])
        lines = path.read_bytes().decode().splitlines(keepends=True)
        for e in sorted(edits, key=lambda e: (e["range"]["start"]["line"], e["range"]["start"]["character"]), reverse=True):
            start, end = e["range"]["start"], e["range"]["end"]
            text = lines[start["line"]].encode("utf-16-le")
            lines[start["line"]] = (text[: 2 * start["character"]] + e["newText"].encode("utf-16-le") + text[2 * end["character"]:]).decode("utf-16-le")
        path.write_bytes("".join(lines).encode())


def tree(root):
    return {str(p.relative_to(root)): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file() and "__pycache__" not in p.parts}


agree = differ = nothing = unsafe = refused = 0
for case in sorted(cases.glob("python-*")):
    request = json.loads((case / "request.json").read_text())
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder).resolve() / "w"
        shutil.copytree(case / "input", root, ignore=shutil.ignore_patterns("__pycache__"))
        before = tree(root)
        client = Server(root)
        for path in before:
            if path.endswith((".py", ".pyi")):
                client.tell("textDocument/didOpen", {"textDocument": {"uri": (root / path).as_uri(), "languageId": "python", "version": 1, "text": (root / path).read_bytes().decode()}})
        path, line, column = request["target"].rsplit(":", 2)
        edit, error = client.ask("textDocument/rename", {"textDocument": {"uri": (root / path).as_uri()}, "position": {"line": int(line) - 1, "character": int(column) - 1}, "newName": request["name"]})
        client.close()
        if edit:
            apply(root, edit)
        after = tree(root)
        if "refused" in request:
            unsafe, refused = (unsafe + 1, refused) if after != before else (unsafe, refused + 1)
        elif after == tree(case / "expected"):
            agree += 1
        elif after == before:
            nothing += 1
            print(case.name, "no edit", (error or {}).get("message", ""))
        else:
            differ += 1
            print(case.name, "differs")
print(f"agree {agree}, differ {differ}, no edit {nothing}; of the refusals {unsafe} edited, {refused} not")
