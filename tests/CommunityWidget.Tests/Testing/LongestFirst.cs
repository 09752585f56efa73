using System.Reflection;
using Xunit;
using Xunit.Abstractions;

namespace CommunityWidget.Tests.Testing;

/// <summary>What takes longest begins first, so that nothing is waited for by itself in the end. All others keep the order they have.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    public const string Name = "CommunityWidget.Tests.Testing.LongestFirst";

    private static readonly string[] Longest = [.. (Assembly.GetExecutingAssembly().GetCustomAttribute<LongestAttribute>()?.Names ?? []).Select(name => $".{name}")];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) => testCollections.OrderBy(Place);

    private static int Place(ITestCollection collection)
    {
        var at = Array.FindIndex(Longest, name => $".{collection.DisplayName}".EndsWith(name, StringComparison.Ordinal));
        return at < 0 ? Longest.Length : at;
    }
}

/// <summary>The classes of tests, or collections of them, that take longest.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class LongestAttribute(params string[] names) : Attribute
{
    public IReadOnlyList<string> Names => names;
}
