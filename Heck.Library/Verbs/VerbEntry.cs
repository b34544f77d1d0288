using Heck.Verbs.Pipeline;

namespace Heck.Verbs;

/// <summary>A verb by its name. What it is made of comes to life when it is asked for, since the types of all verbs would be loaded at every start.</summary>
internal sealed class VerbEntry(string name, Func<string, VerbDescriptor> describe)
{
    public string Name => name;

    public VerbDescriptor Descriptor => field ??= describe(name);
}
