namespace CommunityWidget.AnswerPages.Searching.Index;

/// <summary>Taking pages out of the index: words nobody else has go with them, and nothing that was made of them stays.</summary>
public static class IndexSql
{
    public static readonly IReadOnlyList<string> ForgetPage = Forget("@page");

    public static readonly IReadOnlyList<string> ForgetThread = Forget("(select id from pages where thread = @thread)");

    // The space comes first, as in keeping a page: whoever has it is alone with its words, and nobody waits for anybody in a circle.
    private static IReadOnlyList<string> Forget(string pages)
    {
        var docs = pages[0] == '@' ? $"(select doc from search_pages where page = {pages})" : $"(select doc from search_pages where page in {pages})";
        var terms = $"(select term from search_terms where doc in {docs})";
        var these = pages[0] == '@' ? $"= {pages}" : $"in {pages}";
        return
        [
            $"""
            update search_spaces set pages = pages - 1,
                asked_words = asked_words - (select sum(asked_words) from search_pages p where p.space = search_spaces.space and p.page {these}),
                answered_words = answered_words - (select sum(answered_words) from search_pages p where p.space = search_spaces.space and p.page {these})
            where space in (select space from search_pages where page {these})
            """,
            $"update search_words set pages = pages - 1 where term in {terms}",
            $"delete from search_near where term in (select term from search_words where pages <= 0 and term in {terms})",
            $"delete from search_words where pages <= 0 and term in {terms}",
            // Whoever was shown beside it gets another one in its place, or itself again in other words. Before what is related, as whoever looks for it does.
            $"update search_pages set related_at = null where page in (select page from related_pages where other {these})",
            $"delete from search_terms where doc in {docs}",
            $"delete from search_pages where page {these}",
            $"delete from related_pages where page {these} or other {these}",
        ];
    }
}
