namespace CommunityWidget.Tests.Architecture;

public sealed class WireTypeTests
{
    private static readonly string Committed = Path.Combine(Repository.Root, "widget", "wire", "contracts.ts");

    [Fact]
    public void The_widgets_types_are_those_of_the_contract()
    {
        var generated = WireTypes.Generate();
        if (Environment.GetEnvironmentVariable("UPDATE_WIRE") == "1") File.WriteAllText(Committed, generated);
        Assert.Equal(generated, File.ReadAllText(Committed).ReplaceLineEndings("\n"));
    }
}
