using System.ComponentModel;
using System.Reflection;
using Heck.Verbs;
using Heck.Verbs.Pipeline;

namespace Heck;

/// <summary>What a front needs to know of a verb to offer it.</summary>
public sealed class VerbInfo
{
    private readonly VerbEntry _entry;

    internal VerbInfo(VerbEntry entry) => _entry = entry;

    /// <summary>The verb's path, such as <c>patch apply</c>.</summary>
    public string Name => _entry.Name;

    /// <summary>What it does, in one line.</summary>
    public string Summary => Verb.RequestType.GetCustomAttribute<DescriptionAttribute>()?.Description ?? "";

    /// <summary>The request record; its properties are the options.</summary>
    public Type RequestType => Verb.RequestType;

    /// <summary>The payload record.</summary>
    public Type PayloadType => Verb.PayloadType;

    internal VerbDescriptor Verb => _entry.Descriptor;
}
