using Heck.Code.Languages.Go.Binding.Packages;
using Heck.Code.Languages.Go.Binding.Scopes;
using Heck.Code.Languages.Go.Binding.Syntax;
using Heck.Code.Languages.Go.Binding.Types;

namespace Heck.Code.Languages.Go.Binding.Uses;

/// <summary>
/// Finds the fields and methods of one name that must keep it together: a method and those of the interfaces that its type is given to, fields of
/// structs that are converted into each other.
/// </summary>
internal sealed class MemberFamilies(GoProgram program, GoChecker checker)
{
    private readonly FlowReader _flows = new(checker);
    private readonly Dictionary<(string, GoPackage?), Links> _byName = [];

    /// <param name="member">The member asked about.</param>
    /// <param name="declared">All members of its name in the workspace.</param>
    /// <param name="ct">Ends the search.</param>
    public MemberFamily Of(GoObject member, IReadOnlyList<GoObject> declared, CancellationToken ct)
    {
        var mayMeet = declared.Where(d => d.IsExported || d.File.Package.Folder == member.File.Package.Folder).ToList();
        var isAlone = member.Kind == ObjectKind.Field ? mayMeet.TrueForAll(d => d == member || d.Kind == ObjectKind.Method) : mayMeet.TrueForAll(d => d.Kind != ObjectKind.InterfaceMethod);
        if (isAlone && !(member.Kind == ObjectKind.Method && member.IsExported && program.HasOutsideModules)) return new MemberFamily([member], null, null);
        // A name that is not exported is one name in each package.
        var home = member.IsExported ? null : member.File.Package;
        if (!_byName.TryGetValue((member.Name, home), out var links))
        {
            _byName[(member.Name, home)] = links = new Links(checker, member.Name, mayMeet);
            foreach (var package in Packages(member, mayMeet))
            {
                ct.ThrowIfCancellationRequested();
                foreach (var flow in _flows.Of(package)) links.Add(flow, home ?? package);
            }

            links.Close();
        }

        return links.FamilyOf(member);
    }

    /// <summary>A name that only one package can see is given away in that package, unless an interface with it can be seen elsewhere.</summary>
    private IEnumerable<GoPackage> Packages(GoObject member, List<GoObject> declared)
    {
        var isLocal = !member.IsExported && declared.TrueForAll(d => d.Kind != ObjectKind.InterfaceMethod || d.NameNode.Ancestor(K.InterfaceType).Parent is { Kind: K.TypeSpec } spec && !GoObject.IsExportedName(spec.Get(F.Name).Text));
        return isLocal ? program.PackagesIn(member.File.Package.Folder) : program.AllPackages;
    }

    private sealed class Links(GoChecker checker, string name, IReadOnlyList<GoObject> declared)
    {
        private readonly Dictionary<GoObject, HashSet<GoObject>> _next = [];
        private readonly Dictionary<GoObject, string> _outside = [];
        private readonly HashSet<GoObject> _open = [];
        private Flow? _broken;
        private readonly HashSet<(GoNode, GoNode)> _related = [];

        public void Add(Flow flow, GoPackage from)
        {
            AddMethods(flow, from);
            Relate(flow.Target, flow.Value, 0);
        }

        public void Close()
        {
            foreach (var method in declared.Where(d => d.Kind == ObjectKind.InterfaceMethod)) LinkEmbedded(method);
            foreach (var open in _open.ToList()) Widen(open);
        }

        public MemberFamily FamilyOf(GoObject member)
        {
            var found = new HashSet<GoObject> { member };
            var queue = new Queue<GoObject>(found);
            while (queue.TryDequeue(out var at))
            {
                foreach (var next in _next.GetValueOrDefault(at) ?? [])
                {
                    if (found.Add(next)) queue.Enqueue(next);
                }
            }

            return new MemberFamily([.. found], found.Select(f => _outside.GetValueOrDefault(f)).FirstOrDefault(o => o is not null), _broken);
        }

        private void AddMethods(Flow flow, GoPackage from)
        {
            var target = checker.Underlying(flow.Target);
            if (target is not (GoType.Interface or GoType.External or GoType.Unknown)) return;
            var wanted = target is GoType.Interface ? checker.Members.Find(flow.Target, name, from).Object : null;
            if (target is GoType.Interface && wanted is null) return;
            var given = flow.Value is GoType.Unknown ? null : checker.Members.Find(flow.Value, name, from);
            if (wanted is null)
            {
                if (given?.Object is not { Kind: ObjectKind.Method or ObjectKind.InterfaceMethod } leaving) return;
                if (target is GoType.Unknown) _open.Add(leaving);
                else if (target is GoType.External external && leaving.IsExported && !ImportPaths.IsStandard(external.Path)) _outside.TryAdd(leaving, external.Full);
            }
            else if (given is null || given.Why is not null) _open.Add(wanted);
            else if (given.External is { } outside) _outside.TryAdd(wanted, outside);
            else if (given.Object is { } method) Link(wanted, method);
            else if (flow.Value.Pointed is GoType.Named named && checker.Underlying(named) is not (GoType.Interface or GoType.Unknown)) _broken ??= flow;
        }

        /// <summary>Types that must be identical, or identical but for their names, have fields of the same names.</summary>
        private void Relate(GoType a, GoType b, int depth)
        {
            if (depth > 6 || ReferenceEquals(a, b)) return;
            if (a is GoType.Named x && b is GoType.Named y && (x.Object == y.Object || depth > 1)) return;
            switch (checker.Underlying(a), checker.Underlying(b))
            {
                case (GoType.Struct(var s, _), GoType.Struct(var t, _)):
                    if (s == t || !_related.Add((s, t))) return;
                    var (one, other) = (Field(s), Field(t));
                    if (one is not null && other is not null) Link(one, other);
                    foreach (var (f, g) in s.File.Scopes.MembersOf(s).Zip(t.File.Scopes.MembersOf(t))) Relate(checker.TypeOf(f), checker.TypeOf(g), depth + 2);
                    break;
                case (GoType.Pointer(var p), GoType.Pointer(var q)): Relate(p, q, depth + 1); break;
                case (GoType.Slice(var p), GoType.Slice(var q)): Relate(p, q, depth + 2); break;
                case (GoType.Array(var p), GoType.Array(var q)): Relate(p, q, depth + 2); break;
                case (GoType.Channel(var p), GoType.Channel(var q)): Relate(p, q, depth + 2); break;
                case (GoType.Map(var k, var v), GoType.Map(var l, var w)):
                    Relate(k, l, depth + 2);
                    Relate(v, w, depth + 2);
                    break;
                case (GoType.Function f, GoType.Function g):
                    foreach (var (p, q) in f.Parameters.Concat(f.Results).Zip(g.Parameters.Concat(g.Results))) Relate(p, q, depth + 2);
                    break;
                case (GoType.Interface(var i, _), GoType.Interface(var j, _)) when depth > 1 && i != j:
                    if (Field(i) is { } m && Field(j) is { } n) Link(m, n);
                    break;
            }
        }

        private GoObject? Field(GoNode type) => type.File.Scopes.MembersOf(type).FirstOrDefault(m => m.Name == name)?.Canonical;

        private void Link(GoObject a, GoObject b)
        {
            if (a == b) return;
            if (!_next.TryGetValue(a, out var next)) _next[a] = next = [];
            next.Add(b);
            if (!_next.TryGetValue(b, out next)) _next[b] = next = [];
            next.Add(a);
        }

        /// <summary>Interfaces may have a method twice, written and embedded.</summary>
        private void LinkEmbedded(GoObject method)
        {
            var package = method.File.Package;
            foreach (var type in package.Files.SelectMany(f => f.Scopes.StructAndInterfaceTypes(f)).Where(t => t.Kind == K.InterfaceType))
            {
                var own = Field(type);
                foreach (var element in type.All(K.TypeElem).Where(e => !e.Named.Skip(1).Any()))
                {
                    if (checker.Members.Find(checker.Read(element), name, package) is not { IsNothing: false } embedded) continue;
                    if (embedded.Object is { } same && (own ??= same) != same) Link(own, same);
                    if (embedded.External is { } outside && own is not null) _outside.TryAdd(own, outside);
                }
            }
        }

        /// <summary>Where a value or a target is not known, every type whose methods fit may be meant.</summary>
        private void Widen(GoObject open)
        {
            foreach (var other in declared.Where(d => d.Kind != ObjectKind.Field && d != open))
            {
                var (wanted, given) = open.Kind == ObjectKind.InterfaceMethod ? (open, other) : (other, open);
                if (wanted.Kind == ObjectKind.InterfaceMethod && Fits(wanted, given)) Link(wanted, given);
            }
        }

        private bool Fits(GoObject wanted, GoObject given)
        {
            var node = wanted.NameNode.Ancestor(K.InterfaceType);
            GoType type = given.Kind == ObjectKind.InterfaceMethod ? new GoType.Interface(given.NameNode.Ancestor(K.InterfaceType), Substitution.Empty) : given.Owner is { } owner ? checker.TypeFor(owner) : GoType.None;
            var package = given.File.Package;
            return checker.Members.MethodSet(new GoType.Interface(node, Substitution.Empty), package, out _).All(m =>
                checker.Members.Find(type, m.Key, package) is var found && (found.IsNothing ? false : found.Type is null || m.Value.Type is null || TypeIdentity.Same(found.Type, m.Value.Type) != false));
        }
    }
}
