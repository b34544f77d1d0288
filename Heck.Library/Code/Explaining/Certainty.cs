using System.Text.Json.Serialization;
using Heck.Contracts;

namespace Heck.Code.Explaining;

/// <summary>How sure it is that a use means a symbol. The index knows names, imports and places, no types.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<Certainty>))]
public enum Certainty
{
    /// <summary>The name is declared once, and the file declares or imports it.</summary>
    Certain,

    /// <summary>The file declares or imports it, or the name is declared nowhere else.</summary>
    Likely,

    /// <summary>Other symbols bear the name, and nothing here tells which is meant.</summary>
    Possible,
}
