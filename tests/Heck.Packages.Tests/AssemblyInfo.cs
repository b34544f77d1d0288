using Heck.Packages.Tests;
using Xunit.Sdk;
using Xunit.v3;

// One package folder and two cores: tests that build take turns.
[assembly: Parallelization(Mode = ParallelMode.None)]
[assembly: AssemblyFixture(typeof(PackageFeed))]
