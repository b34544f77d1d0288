using CsCheck;
using Heck.Tool.Output;

namespace Heck.Tool.Tests.Output;

public sealed class VisibleTextTests
{
    [Theory]
    [InlineData("plain ü 😀\tand\nlines", "plain ü 😀\tand\nlines")]
    [InlineData("a\e[31mb", @"a\x1b[31mb")]
    [InlineData("back\r\b\x7f\u009b", @"back\x0d\x08\x7f\x9b")]
    [InlineData("if \u202e} \u2066x", @"if \u202e} \u2066x")]
    public void What_steers_a_terminal_is_shown_instead(string text, string shown) => Assert.Equal(shown, VisibleText.Of(text));

    [Fact]
    public void No_control_character_is_left() =>
        Gen.String.Sample(text => VisibleText.Of(text).All(c => !char.IsControl(c) || c is '\n' or '\t'));
}
