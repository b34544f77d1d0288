"""Lets rope do the refactorings of our cases. Argument: the folder of cases. Prints for each case that has an expected tree, and whose refactoring rope
offers: its name, and whether rope's trees of syntax are the same, differ, or rope refuses."""
import ast, json, os, shutil, sys, tempfile, warnings

warnings.simplefilter("ignore")
from rope.base.project import Project
from rope.refactor import extract, inline, move


def offset(text, line, column):
    return sum(len(l) + 1 for l in text.split("\n")[: line - 1]) + column - 1


def changes(project, root, request):
    path, rest = request["target"].split(":", 1)
    resource = project.get_resource(path)
    text = resource.read()
    numbers = [int(x) for x in rest.replace("-", ":").split(":")]
    start = offset(text, *numbers[:2])
    if request["do"] == "extract-function":
        return extract.ExtractMethod(project, resource, start, offset(text, *numbers[2:])).get_changes(request["name"])
    if request["do"] == "extract-variable":
        return extract.ExtractVariable(project, resource, start, offset(text, *numbers[2:])).get_changes(request["name"])
    if request["do"] == "inline":
        return inline.create_inline(project, resource, start).get_changes()
    if not os.path.exists(os.path.join(root, request["to"])):
        open(os.path.join(root, request["to"]), "w").close()
    return move.create_move(project, resource, start).get_changes(project.get_resource(request["to"]))


def trees(root):
    found = {}
    for folder, _, files in os.walk(root):
        for file in files:
            path = os.path.join(folder, file)
            if file.endswith(".py"):
                with open(path, encoding="utf-8") as source:
                    text = source.read()
                try:
                    found[os.path.relpath(path, root)] = ast.unparse(ast.parse(text))
                except SyntaxError as error:
                    found[os.path.relpath(path, root)] = str(error)
    return found


for name in sorted(os.listdir(sys.argv[1])):
    case = os.path.join(sys.argv[1], name)
    if not name.startswith("python-"):
        continue
    with open(os.path.join(case, "request.json"), encoding="utf-8") as source:
        request = json.load(source)
    if request["do"] not in ("extract-function", "extract-variable", "inline", "move") or "refused" in request or "more" in request:
        continue
    with tempfile.TemporaryDirectory() as root:
        shutil.copytree(os.path.join(case, "input"), root, dirs_exist_ok=True)
        project = Project(root, ropefolder=None)
        try:
            project.do(changes(project, root, request))
            print(name, "same" if trees(root) == trees(os.path.join(case, "expected")) else "differs")
        except Exception as error:
            print(name, "refuses")
        project.close()
