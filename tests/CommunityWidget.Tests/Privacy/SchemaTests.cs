using CommunityWidget.Privacy;
using CommunityWidget.Tests.Testing.World;

namespace CommunityWidget.Tests.Privacy;

/// <summary>A table or column that is added tomorrow is somebody's decision: what it holds of a person, and how long.</summary>
public sealed class SchemaTests
{
    // What is bounded by itself, or by whom: rows of a site's own set-up, one row a node or name, what other rooms forget by themselves.
    private static readonly string[] Bounded =
    [
        "sites", "site_slugs", "sitemap_files", "members", "member_topics", "protection_keys", "sightings", "inbox_versions", "tags", "webhooks", "search_progress", "probes", "tally_marks", "migrations", "audit_purges", "charters", "charter_acceptances", "member_logins",
        // A row a file, and a hash a question that was brought in, so that none comes again that was erased.
        "imports", "imported",
    ];

    private static readonly string[] ForgottenElsewhere = ["idempotency", "mail_links", "confirmations", "visitor_passes", "visitor_sessions", "visitor_names", "used_identities", "deliveries", "delivery_tries", "member_tallies", "tally_days", "thread_words", "thread_docs", "strikes"];

    [Fact]
    public async Task Every_column_of_text_is_said_to_be_somebody_s_or_nobody_s()
    {
        await using var world = await TestWorld.Start();
        var there = (await Schema.TextColumns(world.Db)).ToHashSet();
        Assert.Equal([], there.Except(TextColumns.All.Keys).Select(column => $"{column} is not in TextColumns."));
        // The words to search by have a shape of their own on each database.
        Assert.Equal([], TextColumns.All.Keys.Except(there).Where(column => !column.StartsWith("thread_words.", StringComparison.Ordinal) && column != "thread_docs.words").Select(column => $"{column} is in TextColumns and nowhere else."));
    }

    [Fact]
    public async Task Whatever_refers_to_a_thread_goes_with_it()
    {
        await using var world = await TestWorld.Start();
        var refer = (await Schema.Columns(world.Db)).Where(column => column.EndsWith(".thread", StringComparison.Ordinal)).Select(column => column.Split('.')[0]);
        string[] outlives = ["question_tallies", "member_tallies", "search_progress", "thread_docs"];
        Assert.Equal([], refer.Except(outlives).Where(table => !ErasureSql.WholeThread.Any(sql => sql.StartsWith($"delete from {table} ", StringComparison.Ordinal) || sql.StartsWith($"update {table} set thread = null ", StringComparison.Ordinal))).Select(table => $"{table} stays when its thread is purged."));
    }

    [Fact]
    public void Every_kind_of_fact_stands_in_the_archive_s_own_description()
    {
        var all = FactsSql.OfVisitor.Concat(FactsSql.FiledUnderVisitor).Concat(FactsSql.OfMember).Select(sql => sql.Split('\'')).ToList();
        Assert.All(all, parts => Assert.Equal(("select ", true), (parts[0], parts[2].StartsWith(" as what,", StringComparison.Ordinal))));
        var words = string.Join(' ', Archive.About.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var said = words[words.IndexOf(" visitors: ", StringComparison.Ordinal)..words.IndexOf(" acts[] ", StringComparison.Ordinal)] + " ";
        Assert.Equal([], all.Select(parts => parts[1]).Distinct().Where(kind => !said.Contains($" {kind},", StringComparison.Ordinal) && !said.Contains($" {kind} ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Nothing_that_grows_is_kept_for_ever()
    {
        await using var world = await TestWorld.Start();
        var purged = ErasureSql.WholeThread.Concat(PurgePlan.Classes.Select(c => c.Find)).Concat(PurgeOld.SmallThings.Select(s => s.Sql)).Append(PurgeOld.AvailableHours).ToList();
        var tables = (await Schema.Columns(world.Db)).Select(column => column.Split('.')[0]).Distinct();
        Assert.Equal([], tables.Except(Bounded).Except(ForgottenElsewhere).Where(table => !purged.Any(sql => sql.Contains($" {table} ", StringComparison.Ordinal))).Select(table => $"{table} grows and nothing is ever taken from it."));
    }
}
