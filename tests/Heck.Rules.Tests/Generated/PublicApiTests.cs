using Heck.Tests.Shared;
using PublicApiGenerator;

namespace Heck.Rules.Tests.Generated;

public sealed class PublicApiTests
{
    [Fact]
    public void The_public_surface_of_the_library_is_as_pinned() =>
        Snapshot.Matches("tests/Heck.Rules.Tests/Snapshots/PublicApi.txt", typeof(HeckEngine).Assembly.GeneratePublicApi(new() { IncludeAssemblyAttributes = false }));
}
