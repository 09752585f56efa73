using CommunityWidget.Database;
using Dapper;

namespace CommunityWidget.Tests.Suites;

public abstract partial class DatabaseSpecification
{
    private const string PageOfBefore =
        """
        insert into sites (id, key, slug, name, origins, languages, topics, hours, ladder, accent, query_allow, created_at) values (@id, 'k', 's', 'S', '', '', '', '', '', '', '', 1);
        insert into visitors (id, site, token_hash, created_at) values (@id, @id, 'x', 1);
        insert into members (id, site, email, name, roles, languages, seats, busy, offered, intent, paused, missed, last_offered_at, sign_in_stamp, created_at)
        values (@id, @id, 'e', 'Maya', '', '', 2, 0, 0, 'away', @no, 0, 0, '', 1);
        insert into threads (id, public_id, site, visitor, state, rung, rung_entered_at, wave, fence, last_seq, language, publication, retention, asked_at, last_event_at, visitor_seen, responder_seen, product)
        values (@id, 'abcdefghij', @id, @id, 'closed', 1, 1, 0, 0, 0, 'en', 'published', '', 1, 1, 0, 0, '{"id":"lamp","name":"Nordlys lamp","url":null}');
        insert into pages (id, public_id, thread, site, state, title, slug, question, language, asked_at, proposed_at, published_at, updated_at)
        values (@id, 'bcdefghijk', @id, @id, 'published', 'T', 't', 'Q', 'en', 1, 1, 2, 3);
        insert into answers (page, position, member, source_seqs, body, state, votes, answered_at) values (@id, 1, @id, '2', 'An E14 bulb.', 'accepted', 4, 2);
        """;

    [Fact]
    public async Task A_page_of_before_0024_keeps_its_answers_and_learns_its_product()
    {
        var dialect = await Empty();
        await using (var connection = await dialect.Open(default))
        {
            await connection.ExecuteAsync("create table migrations (number bigint primary key, checksum text not null, at bigint not null)");
            foreach (var migration in Migration.All(dialect.Name).Where(m => m.Number < 24))
            {
                await connection.ExecuteAsync(migration.Sql);
                await connection.ExecuteAsync("insert into migrations (number, checksum, at) values (@Number, @Checksum, 1)", migration);
            }
            await connection.ExecuteAsync(PageOfBefore, new { id = Guid.CreateVersion7(), no = false });
        }

        await Migrator(dialect).Migrate();

        await using var after = await dialect.Open(default);
        Assert.Equal(
            ("lamp", "Nordlys lamp", null, 3),
            await after.QueryFirstAsync<(string?, string?, string?, long)>("select product_id, product_name, product_url, modified_at from pages"));
        Assert.Equal(
            ("bcdefghijk1", "An E14 bulb.", "accepted", 4),
            await after.QueryFirstAsync<(string, string, string, long)>("select a.id, a.body, a.state, a.votes from answers a join members m on m.id = a.member"));
    }
}
