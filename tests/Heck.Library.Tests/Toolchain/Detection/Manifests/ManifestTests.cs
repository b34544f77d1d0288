using System.Text;
using CsCheck;
using Heck.Toolchain.Detection.Manifests;

namespace Heck.Library.Tests.Toolchain.Detection.Manifests;

public class ManifestTests
{
    private static readonly byte[][] Seeds =
    [
        .. new[]
        {
            """{"name": "x", "dependencies": {"jest": "1"}, "packageManager": "npm@1"}""",
            "[project]\ndependencies = ['a>=1']\n[tool.ruff.lint]\nselect = [1, {a = 2}]\n[[x]]\ny = 2020-01-01T00:00:00Z\n",
            "<Project><ItemGroup><PackageReference Include=\"x\" /></ItemGroup></Project>",
            "[flake8]\nmax = 1\n",
            "a[b]==1 ; c\n-e .\n",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    private static readonly Gen<byte[]> Hostile = Gen.Select(Gen.OneOf(Seeds), Gen.Select(Gen.Int[0, 200], Gen.Byte).Array[0, 6], Gen.OneOf("", "[", "{", "<a>", "\\ud800", "\0"), Gen.Int[0, 3000])
        .Select((seed, edits, more, times) =>
        {
            var bytes = seed.ToArray();
            foreach (var (at, value) in edits) bytes[at % bytes.Length] = value;
            return (byte[])[.. bytes, .. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(more, times)))];
        });

    [Fact]
    public void Hostile_bytes_give_signs_or_a_manifest_exception() => Hostile.Sample(
        bytes =>
        {
            foreach (var manifest in Manifest.All.DistinctBy(m => m.Signs))
            {
                try
                {
                    _ = manifest.Signs(bytes).Count();
                }
                catch (ManifestException)
                {
                    // The one way to fail.
                }
            }
        },
        iter: 2000);

    [Theory]
    [InlineData("{\"\\ud800\": 1}")]
    [InlineData("{\"dependencies\": {\"\\udc00\": 1}}")]
    public void A_name_that_is_no_text_is_malformed(string json) =>
        Assert.Throws<ManifestException>(() => PackageJson.Signs(Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData("Foo_Bar.baz>=1", "foo-bar-baz")]
    [InlineData("  pytest", "pytest")]
    [InlineData("a@https://example.org/a.whl", "a")]
    [InlineData("-r other.txt", null)]
    [InlineData("# pytest", null)]
    [InlineData("./local/path", null)]
    public void A_requirement_names_a_distribution(string requirement, string? name) => Assert.Equal(name, Requirements.NameIn(requirement));
}
