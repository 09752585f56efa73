using CommunityWidget.Database;
using Dapper;

namespace CommunityWidget.Tests.Suites;

public abstract partial class DatabaseSpecification
{
    private const string ThreadOfBefore =
        """
        insert into sites (id, key, slug, name, origins, languages, topics, hours, ladder, accent, query_allow, created_at) values (@id, 'k', 's', 'S', '', '', '', '', '', '', '', 1);
        insert into visitors (id, site, token_hash, created_at) values (@id, @id, 'x', 1);
        insert into members (id, site, email, name, roles, languages, seats, busy, offered, intent, paused, missed, last_offered_at, sign_in_stamp, created_at)
        values (@id, @id, 'e', 'Maya', '', '', 2, 0, 0, 'away', @no, 0, 0, '', 1);
        insert into threads (id, public_id, site, visitor, state, rung, rung_entered_at, wave, fence, last_seq, language, publication, retention, asked_at, last_event_at, visitor_seen, responder_seen, product)
        values (@id, 'abcdefghij', @id, @id, 'closed', 1, 1, 0, 0, 0, 'en', 'published', '', 1, 1, 0, 0, '{"id":"lamp","name":"Nordlys lamp","url":null}');
        """;

    private const string PageOfBefore =
        $"""
        {ThreadOfBefore}
        insert into pages (id, public_id, thread, site, state, title, slug, question, language, asked_at, proposed_at, published_at, updated_at)
        values (@id, 'bcdefghijk', @id, @id, 'published', 'T', 't', 'Q', 'en', 1, 1, 2, 3);
        insert into answers (page, position, member, source_seqs, body, state, votes, answered_at) values (@id, 1, @id, '2', 'An E14 bulb.', 'accepted', 4, 2);
        """;

    private const string EmptyProducts =
        $"""
        {ThreadOfBefore}
        update threads set consent_version = 'site';
        insert into threads (id, public_id, site, visitor, state, rung, rung_entered_at, wave, fence, last_seq, language, publication, retention, asked_at, last_event_at, visitor_seen, responder_seen)
        values (@other, 'bbcdefghij', @id, @id, 'closed', 1, 1, 0, 0, 0, 'en', 'published', '', 1, 1, 0, 0);
        insert into pages (id, public_id, thread, site, state, title, slug, question, language, product_id, product_name, asked_at, proposed_at, published_at, updated_at)
        values (@id, 'bcdefghijk', @id, @id, 'published', 'T', 't', 'Q', 'en', '', @name, 1, 1, 2, 3), (@other, 'cdefghijkl', @other, @id, 'published', 'T', 't', 'Q', 'en', '', 'Nordlys lamp', 1, 1, 2, 3);
        """;

    private const string HelpOfBefore =
        $"""
        {ThreadOfBefore}
        insert into members (id, site, email, name, roles, languages, seats, busy, offered, intent, paused, missed, last_offered_at, sign_in_stamp, created_at)
        values (@leo, @id, 'l', 'Leo', 'super_user', '', 2, 0, 0, 'away', @no, 0, 0, '', 1), (@sam, @id, 's', 'Sam', 'super_user agent', '', 2, 0, 0, 'away', @no, 0, 0, '', 1);
        insert into participants (thread, member, role, joined_at, fence) values (@id, @id, 'responder', 1, 1), (@id, @sam, 'helper', 1, 1), (@id, @id, 'helper', 1, 2);
        insert into events (thread, seq, kind, audience, author_kind, author, suggested_by, at) values (@id, 2, 'message', 'all', 'member', @id, @leo, 1);
        insert into question_tallies (thread, site, asked_at, seq, language, outcome, reached_team, visitor_messages, super_user_messages, team_messages) values (@id, @id, 1, 2, 'en', 'super_users', @no, 1, 1, 0);
        insert into member_tallies (thread, member, site, asked_at, language, acted_as, took, messages) values (@id, @id, @id, 1, 'en', 'super_user', @yes, 1);
        insert into tally_days (site, day, version, packed) values (@id, 0, 7, @packed);
        """;

    [Fact]
    public async Task Whoever_helped_before_0048_is_counted_and_the_days_are_packed_anew()
    {
        var dialect = await Empty();
        var (id, leo, sam) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await Before(dialect, 48, HelpOfBefore, new { id, leo, sam, no = false, yes = true, packed = new byte[] { 1 } });

        await Migrator(dialect).Migrate();

        await using var after = await dialect.Open(default);
        var rows = await after.QueryAsync<(Guid Member, string ActedAs, bool Took, long Messages, bool Helped)>("select member, acted_as, took, messages, helped from member_tallies");
        Assert.Equal(new HashSet<(Guid, string, bool, long, bool)> { (id, "super_user", true, 1, true), (leo, "super_user", false, 0, true), (sam, "agent", false, 0, true) }, rows.ToHashSet());
        Assert.Equal((8, true), await after.QueryFirstAsync<(long, bool)>("select version, packed is null from tally_days"));
    }

    [Fact]
    public async Task A_page_of_before_0024_keeps_its_answers_and_learns_its_product()
    {
        var dialect = await Empty();
        await Before(dialect, 24, PageOfBefore, new { id = Guid.CreateVersion7(), no = false });

        await Migrator(dialect).Migrate();

        await using var after = await dialect.Open(default);
        Assert.Equal(
            ("lamp", "Nordlys lamp", null, 3),
            await after.QueryFirstAsync<(string?, string?, string?, long)>("select product_id, product_name, product_url, modified_at from pages"));
        Assert.Equal(
            ("bcdefghijk1", "An E14 bulb.", "accepted", 4),
            await after.QueryFirstAsync<(string, string, string, long)>("select a.id, a.body, a.state, a.votes from answers a join members m on m.id = a.member"));
    }

    private const string First0060 =
        """
        update pages set product_name = null where product_name = '';
        update pages set product_id = case when thread in (select id from threads where consent_version = 'site') then product_name end where product_id = '';
        insert into migrations (number, checksum, at) values (60, '8606c3c443b893422284e4d4d1637e7e9cc9a4d29648f9f21ba71bae2126c0f3', 1);
        """;

    [Theory]
    [InlineData(EmptyProducts)]
    // What the first text of 0060 left, 0064 mends.
    [InlineData(EmptyProducts + First0060)]
    public async Task A_page_of_before_0060_has_no_empty_product_and_an_imported_one_goes_by_its_name(string before)
    {
        var dialect = await Empty();
        var (id, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await Before(dialect, 60, before, new { id, other, name = "Nordlys\t\n lamp", no = false });

        await Migrator(dialect).Migrate();

        await using var after = await dialect.Open(default);
        Assert.Equal(
            [("bcdefghijk", "Nordlys lamp", "Nordlys\t\n lamp"), ("cdefghijkl", null, "Nordlys lamp")],
            await after.QueryAsync<(string, string?, string?)>("select public_id, product_id, product_name from pages order by public_id"));
    }

    // A database as a program of then left it.
    private static async Task Before(SqlDialect dialect, int number, string rows, object parameters)
    {
        await using var connection = await dialect.Open(default);
        await connection.ExecuteAsync("create table migrations (number bigint primary key, checksum text not null, at bigint not null)");
        foreach (var migration in Migration.All(dialect.Name).Where(m => m.Number < number))
        {
            await connection.ExecuteAsync(migration.Sql);
            await connection.ExecuteAsync("insert into migrations (number, checksum, at) values (@Number, @Checksum, 1)", migration);
        }
        await connection.ExecuteAsync(rows, parameters);
    }
}
