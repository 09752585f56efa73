namespace CommunityWidget.Tests.Architecture;

public sealed class ArrowTests
{
    private static readonly IReadOnlyList<SourceFile> Product = [.. Repository.Files("src/CommunityWidget", ".cs", ".cshtml")];

    private static readonly IReadOnlySet<RoomType> Types = Arrows.Types(Product);

    [Fact]
    public void No_room_knows_an_earlier_one() => Assert.Empty(Arrows.Forbidden(Product, Types));

    [Fact]
    public void Every_folder_of_the_product_is_a_room_with_rules() =>
        Assert.Empty(Product.Select(Arrows.RoomOf).Distinct().Except([.. Rooms.All, "Properties"]));

    [Fact]
    public void The_flow_is_seen_at_all() => Assert.Superset(
        new HashSet<(string, string)> { ("Questions", "Matching"), ("Questions", "Moderation"), ("Conversations", "Moderation"), ("Hubs", "Conversations"), ("Threads", "Database") },
        Arrows.Of(Product, Types).Select(a => (a.From, a.To)).ToHashSet());

    [Theory]
    [InlineData("Matching", "using CommunityWidget.Questions;")]
    [InlineData("Conversations", "using CommunityWidget.Matching;")]
    [InlineData("Moderation", "using static CommunityWidget.Conversations.SendMessage;")]
    [InlineData("AnswerPages", "using Talk = CommunityWidget.Conversations;")]
    [InlineData("Threads", "public sealed class X(Matching.AcceptOffer accept);")]
    [InlineData("Threads", "var x = CommunityWidget.Matching.Eligibility.Of(y);")]
    [InlineData("Matching", "var x = Hubs.HubGroups.Visitor(id);")]
    [InlineData("Database", "using CommunityWidget.Threads;")]
    [InlineData("Database", "private Sites.SiteStore? _sites;")]
    [InlineData("Hosting", "using CommunityWidget.People;")]
    [InlineData("Sites", "using CommunityWidget.People;")]
    [InlineData("Notices", "using CommunityWidget.Hubs;")]
    [InlineData("People", "using CommunityWidget.Demo;")]
    [InlineData("AnswerPages", "@model CommunityWidget.Pages.OurPage")]
    public void An_arrow_that_is_not_allowed_is_found(string room, string line)
    {
        var planted = new SourceFile($"src/CommunityWidget/{room}/Planted.cs", $"namespace CommunityWidget.{room};\n\n{line}\n");
        Assert.Equal(planted.Path, Assert.Single(Arrows.Forbidden([planted], Types)).File);
    }

    [Theory]
    [InlineData("Questions", "using CommunityWidget.AnswerPages;")]
    [InlineData("Matching", "using CommunityWidget.Conversations;")]
    [InlineData("Matching", "// using CommunityWidget.Questions; is what we do not do")]
    [InlineData("Matching", "/// <summary>See CommunityWidget.Hubs.HubGroups.</summary>")]
    [InlineData("Threads", "using CommunityWidget.Contracts.SuperUsers;")]
    [InlineData("Threads", "var x = Conversations.Count; // a property of that name")]
    [InlineData("Hubs", "using CommunityWidget.Questions;")]
    [InlineData("Pages", "using CommunityWidget.Moderation;")]
    public void An_arrow_that_is_allowed_is_not(string room, string line) =>
        Assert.Empty(Arrows.Forbidden([new($"src/CommunityWidget/{room}/Fine.cs", $"namespace CommunityWidget.{room};\n\n{line}\n")], Types));
}
