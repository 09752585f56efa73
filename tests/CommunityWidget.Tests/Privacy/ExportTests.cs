using System.IO.Compression;
using System.Text.Json;
using CommunityWidget.Contracts;
using CommunityWidget.Privacy;
using CommunityWidget.Tests.Testing.World;

namespace CommunityWidget.Tests.Privacy;

public sealed class ExportTests
{
    [Fact]
    public async Task A_visitor_s_archive_holds_all_they_said_and_nobody_else_s()
    {
        await using var world = await TestWorld.Start();
        var canary = new Canary(world);
        await canary.Sing();
        var other = await world.Arrive();
        await world.Ask(other, text: "Somebody else's question");

        var files = Open((await world.Get<ExportPerson>().Visitor(canary.Admin, canary.Visitor.Id)).Value!);

        Assert.Equal(["README.txt", "person.html", "person.json"], files.Keys.Order(StringComparer.Ordinal));
        using var json = JsonDocument.Parse(files["person.json"]);
        Assert.Equal(Canary.Word, json.RootElement.GetProperty("name").GetString());
        foreach (var said in new[] { "canarybird question", "canarybird said", "as you said: canarybird", "canarybird rated", "note about canarybird", "canarybird@mail.example", "https://here.example/canarybird" })
            Assert.Contains(said, files["person.json"]);
        Assert.Contains("canarybird said", files["person.html"]);
        Assert.DoesNotContain("Somebody else", files["person.json"]);
        // Their own copy is without what the shop's people wrote for each other.
        Assert.DoesNotContain("note about", Open((await world.Get<ExportPerson>().Visitor(canary.Visitor)).Value!)["person.json"]);
        Assert.Equal(Refusals.NotFound, (await world.Get<ExportPerson>().Visitor(await world.Join(world.There, Roles.Admin), canary.Visitor.Id)).Refusal);
    }

    [Fact]
    public async Task A_member_s_archive_holds_their_account_and_what_they_wrote()
    {
        await using var world = await TestWorld.Start();
        var canary = new Canary(world);
        await canary.Sing();
        var file = Open((await world.Get<ExportPerson>().Member(canary.Admin, canary.Holder.Id)).Value!)["person.json"];
        Assert.Contains(canary.Holder.Member.Email, file);
        Assert.Contains("as you said: canarybird", file);
        Assert.DoesNotContain("canarybird said", file);
    }

    [Fact]
    public async Task Ten_thousand_messages_are_exported_in_no_time()
    {
        await using var world = await TestWorld.Start();
        var (visitor, thread) = await world.TalkWith(await world.Join());
        await world.Db.Write<Done>(async tx =>
        {
            await tx.Execute(
                """
                with recursive n(seq) as (select cast(@from as bigint) union all select seq + 1 from n where seq < @to)
                insert into events (thread, seq, kind, audience, author_kind, author, body, at) select @Id, seq, 'message', 'all', 'visitor', @Visitor, 'One of very many messages', @Now from n
                """,
                new { thread.Id, thread.Visitor, world.Now, from = thread.LastSeq + 1, to = thread.LastSeq + 10_000 });
            await tx.Execute("update threads set last_seq = last_seq + 10000 where id = @Id", new { thread.Id });
            return Done.It;
        });
        var began = System.Diagnostics.Stopwatch.GetTimestamp();
        var archive = (await world.Get<ExportPerson>().Visitor(visitor)).Value!;
        Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(60));
        Assert.Equal(10_000, Open(archive)["person.json"].Split("One of very many").Length - 1);
    }

    private static Dictionary<string, string> Open(byte[] archive)
    {
        using var zip = new ZipArchive(new MemoryStream(archive));
        return zip.Entries.ToDictionary(entry => entry.Name, entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        });
    }
}
