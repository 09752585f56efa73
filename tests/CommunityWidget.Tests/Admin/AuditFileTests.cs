using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Tests.Testing;

namespace CommunityWidget.Tests.Admin;

/// <summary>The audit as a file: all of it, and nothing that a spreadsheet would run.</summary>
public sealed class AuditFileTests(TwoShops shops) : AdminCase(shops), IClassFixture<TwoShops>
{
    private const string File = "/admin/audit?handler=File&what=read";

    [Fact]
    public async Task It_is_whole_however_long_it_is()
    {
        // A busy database keeps no fifty thousand in one go.
        foreach (var some in Enumerable.Repeat("thread.read", 50_100).Chunk(5_000)) await Add(some);

        var lines = (await (await Admin.Get(File)).Content.ReadAsStringAsync()).ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("at,who,action,about,outcome,was,became", lines[0]);
        Assert.Equal(50_101, lines.Length);
    }

    [Fact]
    public async Task What_somebody_typed_is_no_formula_in_it()
    {
        await Add("=1+1", "+1", "-1", "@sum(1)", "\tx");

        var file = await Admin.Get(File);
        Assert.Equal($"attachment; filename={Mine.Slug}-audit.csv", file.Content.Headers.ContentDisposition!.ToString());
        var actions = (await file.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')[2].Trim('"')).ToList();

        Assert.Equal(5, actions.Count);
        Assert.All(actions, action => Assert.DoesNotContain(action[0], "=+-@\t"));
    }

    [Fact]
    public async Task It_is_narrowed_by_how_an_action_begins_on_the_page_too()
    {
        await Add("member.exported", "thread.read", "MEMBER", "member.x");

        var actions = (await (await Admin.Get($"{File}&did=%20member.%20")).Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')[2]);
        Assert.Equal(["member.exported", "member.x"], actions.Order());
        Assert.Contains("value=\"member.\"", await (await Admin.Get("/admin/audit?what=read&did=member.")).Content.ReadAsStringAsync());
    }

    private async Task Add(params string[] actions)
    {
        var rows = new Rows(
            "looks",
            ("id", actions.Select(_ => Guid.CreateVersion7()).ToArray()),
            ("site", actions.Select(_ => Mine.Id).ToArray()),
            ("at", actions.Select((_, at) => (long)at).ToArray()),
            ("actor_kind", actions.Select(_ => "member").ToArray()),
            ("action", actions),
            ("outcome", actions.Select(_ => "read").ToArray()));
        Assert.Null((await App.Get<Db>().Write<Done>(async tx =>
        {
            await tx.Run(new RowStatement($"insert into audit ({rows.Listed}) select {rows.Listed} from {tx.Dialect.Table(rows)}", rows));
            return Done.It;
        })).Refusal);
    }
}
