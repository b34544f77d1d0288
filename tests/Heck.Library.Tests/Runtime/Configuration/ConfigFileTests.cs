using System.Text;
using Heck.Contracts.Errors;
using Heck.Runtime.Configuration;

namespace Heck.Library.Tests.Runtime.Configuration;

public class ConfigFileTests
{
    [Fact]
    public void Nothing_said_means_the_defaults()
    {
        using var repository = new TempRepository();
        Assert.Equal(new HeckConfig(), ConfigFile.Load(repository.Layout));
        Assert.Equal(new HeckConfig(), ConfigFile.Parse("{}"u8));
        Assert.Equal(new HeckConfig(), ConfigFile.Parse("\uFEFF{}"u8));
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        var config = new HeckConfig { Schema = "https://example.org/config.json", Index = new IndexSettings { MaxFileBytes = 17 } };
        Assert.Equal(config, ConfigFile.Parse(ConfigFile.Serialize(config)));
    }

    [Theory]
    [InlineData("{\n  \"version\": 1,\n  \"indx\": {}\n}", "line 3, column 3: there is no key 'indx'. Known: $schema, version, index, patches.")]
    [InlineData("{\n  \"index\": {\"ü\": 1, \"max_bytes\": 1}\n}", "line 2, column 13: there is no key 'index.ü'. Known: max_file_bytes.")]
    [InlineData("{\"index\": {\"max_file_bytes\": \"4\"}}", "line 1, column 12: the value of 'index.max_file_bytes' is not of the kind expected, or the key stands there twice.")]
    [InlineData("{\"index\": null}", "line 1, column 2: the value of 'index' is not of the kind expected, or the key stands there twice.")]
    [InlineData("{\"version\": 1, \"version\": 1}", "line 1, column 16: the value of 'version' is not of the kind expected, or the key stands there twice.")]
    [InlineData("[]", "line 1, column 2: this is no JSON object.")]
    [InlineData("{", "line 1, column 2: this is no JSON object.")]
    [InlineData("", "line 1, column 1: this is no JSON object.")]
    [InlineData("null", "holds null and no object.")]
    [InlineData("{\"version\": 2}", "version: The field Version must be between 1 and 1.")]
    [InlineData("{\"patches\": {\"max_blobs\": 1}}", "line 1, column 14: there is no key 'patches.max_blobs'. Known: max_blob_bytes.")]
    [InlineData("{\"patches\": {\"max_blob_bytes\": 1}}", "patches.max_blob_bytes: The field MaxBlobBytes must be between 1048576 and 1099511627776.")]
    [InlineData("{\"index\": {\"max_file_bytes\": 0}}", "index.max_file_bytes: The field MaxFileBytes must be between 1 and 1073741824.")]
    public void What_does_not_fit_is_named_with_its_place(string json, string told)
    {
        var failure = Assert.Throws<HeckException>(() => ConfigFile.Parse(Encoding.UTF8.GetBytes(json)));
        Assert.Equal("config.invalid", failure.Error.Code);
        Assert.EndsWith(told, failure.Error.Message, StringComparison.Ordinal);
    }
}
