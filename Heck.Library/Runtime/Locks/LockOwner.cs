using System.Text.Json.Serialization;
using Heck.Contracts;

namespace Heck.Runtime.Locks;

/// <summary>Who holds the repository's lock; written beside it for those who wait.</summary>
internal sealed record LockOwner(int Pid, string Host, DateTimeOffset Since, string Verb)
{
    public override string ToString() => $"pid {Pid} on {Host} ({Verb}, since {Since:yyyy-MM-dd HH:mm:ss} UTC)";
}

[JsonSerializable(typeof(LockOwner))]
internal sealed partial class LockOwnerJson : JsonSerializerContext
{
    public static LockOwnerJson Instance { get; } = new(HeckJson.NewOptions());
}
