using System.IO.Compression;
using System.Text.Json;
using CommunityWidget.Contracts;
using CommunityWidget.Moderation.Holding;
using CommunityWidget.Moderation.Reports;
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
    public async Task A_visitor_s_own_archive_says_what_their_chat_showed_them_and_no_more()
    {
        await using var world = await TestWorld.Start();
        var (maya, nour) = (await world.Join(), await world.Join(roles: Roles.Moderator));
        var (visitor, thread) = await world.TalkWith(maya);
        var strict = new CommunityWidget.Sites.Judging(Held: "wombat\nquokka");
        var held = (await world.Say(maya with { Site = maya.Site with { Judging = strict } }, thread, "You are a wombat.")).Value!;
        Assert.NotNull((await world.Get<DecideHeld>().Refuse(nour, thread.PublicId, held.Seq)).Value);
        var rude = (await world.Say(maya, thread, "What a strange bandicoot you are.")).Value!;
        var report = (await world.Get<FileReport>().Run(visitor, thread.PublicId, new(rude.Seq, ReportReasons.Unkind))).Value!;
        Assert.NotNull((await world.Get<DecideReport>().Run(nour, report.ReportId, right: true)).Value);
        await world.Say(maya, thread, "Call me on +33 6 12 34 56 78 tonight.");
        await world.Say(visitor with { Site = visitor.Site with { Judging = strict } }, thread, "Sell me a quokka, or call +33 6 98 76 54 32.");

        var file = Open((await world.Get<ExportPerson>().Visitor(visitor)).Value!)["person.json"];

        foreach (var hidden in new[] { "wombat", "bandicoot", "12 34 56 78" }) Assert.DoesNotContain(hidden, file);
        // What they wrote themselves is theirs, also while it is held.
        foreach (var theirs in new[] { "tonight.", "quokka", "98 76 54 32" }) Assert.Contains(theirs, file);
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

    // What says again what stands elsewhere in the archive: it is the account's.
    private static readonly string[] NotTold = ["invitations.email"];

    [Fact]
    public async Task A_member_s_archive_holds_every_text_that_is_kept_about_them()
    {
        await using var world = await TestWorld.Start();
        var canary = new Canary(world);
        await canary.Sing();
        var member = canary.Holder.Id;
        await world.Db.Write<Done>(async tx =>
        {
            await tx.Execute("update members set name = 'told members.name', email = 'told members.email', probation_until = 99, thanks = 7 where id = @member", new { member });
            await tx.Execute(
                "insert into sanctions (id, site, member, kind, reason, issued_by, issued_at, appeal, appealed_at, answer, answered_at) values (@id, @site, @member, 'reminder', 'told sanctions.reason', @member, 1, 'told sanctions.appeal', 1, 'told sanctions.answer', 1)",
                new { id = Guid.CreateVersion7(), site = world.Here.Id, member });
            await tx.Execute("insert into api_keys (id, site, member, name, prefix, key_hash, scopes, created_at) values (@id, @site, @member, 'told api_keys.name', 'x', 'x', '', 1)", new { id = Guid.CreateVersion7(), site = world.Here.Id, member });
            await tx.Execute("insert into charter_acceptances (member, version, language, accepted_at) values (@member, 3, 'fr', 1)", new { member });
            await tx.Execute("insert into member_logins (site, issuer, subject, member, linked_at) values (@site, 'https://brand.example', 'told login', @member, 1)", new { site = world.Here.Id, member });
            await tx.Execute("insert into strikes (id, site, member, kind, thread, at) values (@id, @site, @member, 'held', null, 1)", new { id = Guid.CreateVersion7(), site = world.Here.Id, member });
            await tx.Execute("update reports set reporter = @reporter, words = 'told reports.words'", new { reporter = member.ToString() });
            await tx.Execute("update proposed_answers set member = @member, body = 'told proposed_answers.body'", new { member });
            await tx.Execute("update decisions set member = @member, kind = 'rejected', note = 'told decisions.note'", new { member });
            await tx.Execute("update pages set sent_by = @member, sent_to = @member, sent_note = 'told pages.sent_note'", new { member });
            await tx.Execute("update revisions set member = @member, title = 'told revisions.title', answers = '[\"told revisions.answers\"]'", new { member });
            await tx.Execute(
                "insert into audit (id, site, at, actor_kind, action, subject, outcome, was, became) values (@id, @site, 1, 'member', 'member.changed', @subject, 'changed', 'told audit.was', 'told audit.became')",
                new { id = Guid.CreateVersion7(), site = world.Here.Id, subject = member.ToString() });
            await tx.Execute(
                "insert into invitations (id, site, secret_hash, email, name, roles, languages, created_at, expires_at) values (@id, @site, 'a-secret-hash', 'told members.email', 'told invitations.name', 'agent', 'en', 1, 2)",
                new { id = Guid.CreateVersion7(), site = world.Here.Id });
            await tx.Execute("insert into help_calls (id, thread, site, asker, member, state, asked_at, deadline) select @id, id, site, @member, @member, 'open', 1, 2 from threads limit 1", new { id = Guid.CreateVersion7(), member });
            await tx.Execute("insert into available_minutes (site, hour, member, minutes) values (@site, 3600000, @member, 20), (@site, 7200000, @member, 30)", new { site = world.Here.Id, member });
            return Done.It;
        });

        var files = Open((await world.Get<ExportPerson>().Member(canary.Admin, member)).Value!);

        var own = TextColumns.All.Where(c => c.Value == Holds.OfMember).Select(c => c.Key).Except(NotTold).Concat(["reports.words", "proposed_answers.body", "decisions.note", "pages.sent_note", "revisions.title", "revisions.answers"]).Select(column => $"told {column}");
        foreach (var told in own.Append("told login"))
            Assert.All(new[] { files["person.json"], files["person.html"] }, file => Assert.Contains(told, file));
        foreach (var what in new[] { "probation", "charter", "strike", "offer", "answer on a page", "thanks", "note on a decision", "note to an author", "sent to be mended", "wording of a page", "change", "call for help", "available", "conversation", "invitation" }) Assert.Contains($"\"what\": \"{what}\"", files["person.json"]);
    }

    // What an erasure takes from a member and no archive tells as a fact, and why.
    private static readonly Dictionary<string, string> NoFact = new()
    {
        ["members"] = "the account stands above the facts",
        ["password_links"] = "a hash that opens a door",
        ["sign_in_tries"] = "counted under a hash, for a day",
        ["idempotency"] = "keys of a day",
        ["tags"] = "how often each is used, by whomever",
        ["delivery_tries"] = "what a program of the shop's answered",
    };

    [Fact]
    public void Whatever_an_erasure_takes_from_a_member_their_archive_tells_or_there_is_a_reason()
    {
        var taken = ErasureSql.OfMember.Concat(ErasureSql.OfMembersWords).Select(sql => TakenFrom.Match(sql).Groups["table"].Value).ToHashSet();
        var told = string.Join('\n', FactsSql.OfMember);

        Assert.Equal([], taken.Except(NoFact.Keys).Where(table => !told.Contains($"from {table} ", StringComparison.Ordinal)));
        Assert.Equal([], NoFact.Keys.Except(taken));
    }

    private static readonly System.Text.RegularExpressions.Regex TakenFrom = new(@"^\s*(update|delete from)\s+(?<table>\w+)", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    [Fact]
    public async Task A_visitor_s_archive_says_what_they_agreed_to_what_they_reported_and_which_devices_are_theirs()
    {
        await using var world = await TestWorld.Start();
        var canary = new Canary(world);
        await canary.Sing();
        var visitor = canary.Visitor.Id;
        await world.Db.Write<Done>(async tx =>
        {
            await tx.Execute("update reports set reporter = @reporter, words = 'what I reported'", new { reporter = visitor.ToString() });
            await tx.Execute("update visitors set silenced_until = 99, subject = 'hash' where id = @visitor", new { visitor });
            await tx.Execute("insert into visitor_sessions (token_hash, visitor, created_at, expires_at) values ('a-secret-hash', @visitor, 1, 2)", new { visitor });
            return Done.It;
        });

        var file = Open((await world.Get<ExportPerson>().Visitor(canary.Visitor)).Value!)["person.json"];

        foreach (var what in new[] { "consent", "report", "device", "pause", "customer" }) Assert.Contains($"\"what\": \"{what}\"", file);
        Assert.Contains("what I reported", file);
        Assert.DoesNotContain("a-secret-hash", file);
    }

    // What others wrote, what says again what stands elsewhere in the archive, and what only finds it.
    private static readonly string[] NotTheirs =
    [
        "answers.body", "answers.author_name", "proposed_answers.author_name", "proposed_answers.body", "threads.masked_context", "events.masked_body", "tags.tag", "thread_words.words", "thread_docs.words",
        "delivery_tries.answer", "delivery_tries.trouble", "revisions.title", "revisions.question", "revisions.answers", "pages.sent_note", "pages.product_id", "pages.product_name", "pages.product_url",
    ];

    // What the shop's people filed under them.
    private static readonly string[] ByStaff = ["thread_tags.tag", "decisions.note"];

    [Fact]
    public async Task A_visitor_s_archive_holds_every_text_that_is_kept_about_them()
    {
        await using var world = await TestWorld.Start();
        var canary = new Canary(world);
        await canary.Sing();
        var visitor = canary.Visitor.Id;
        await world.Db.Write<Done>(async tx =>
        {
            await tx.Execute("update visitors set name = 'told visitors.name' where id = @visitor", new { visitor });
            await tx.Execute("update visitor_names set name = 'told visitor_names.name'");
            await tx.Execute("update threads set email = 'told threads.email', page = @page, product = @product", new { page = """{"url":"told threads.page"}""", product = """{"name":"told threads.product"}""" });
            await tx.Execute("update events set body = 'told events.body' where author_kind = 'visitor' and kind = 'message' and masked_body is null");
            await tx.Execute("update pages set title = 'told pages.title', slug = 'told pages.slug', question = 'told pages.question'");
            await tx.Execute("update thread_tags set tag = 'told thread_tags.tag'");
            await tx.Execute("update decisions set note = 'told decisions.note'");
            await tx.Execute("update reports set reporter = @reporter, words = 'told reports.words'", new { reporter = visitor.ToString() });
            return Done.It;
        });
        var about = TextColumns.All.Where(c => c.Value == Holds.OfVisitor).Select(c => c.Key).Except(NotTheirs).ToList();

        var (told, own) = (Open((await world.Get<ExportPerson>().Visitor(canary.Admin, visitor)).Value!), Open((await world.Get<ExportPerson>().Visitor(canary.Visitor)).Value!));

        foreach (var column in about) Assert.All(new[] { told["person.json"], told["person.html"] }, file => Assert.Contains($"told {column}", file));
        foreach (var column in about.Except(ByStaff)) Assert.Contains($"told {column}", own["person.json"]);
        foreach (var column in ByStaff) Assert.DoesNotContain($"told {column}", own["person.json"]);
        Assert.Contains("\"state\": \"published\"", own["person.json"]);
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
