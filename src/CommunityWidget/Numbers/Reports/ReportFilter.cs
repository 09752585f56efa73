using Dapper;

namespace CommunityWidget.Numbers.Reports;

/// <summary>Questions in one language or about one topic only; null is all.</summary>
public sealed record ReportFilter(string? Language = null, string? Topic = null)
{
    /// <summary>Stands in no list of topics: questions without one.</summary>
    public const string NoTopic = "-";

    public bool IsEmpty => Language is null && Topic is null;

    public bool Has(QuestionRow question) =>
        (Language is null || question.Language == Language) && (Topic is null || question.Topic == (Topic == NoTopic ? null : Topic));

    /// <summary>To stand behind a statement's conditions on tallies called <c>q</c>.</summary>
    public string And =>
        (Language is null ? "" : " and q.language = @language") + (Topic is null ? "" : Topic == NoTopic ? " and q.topic is null" : " and q.topic = @topic");

    public DynamicParameters With(Guid site, Span span, object? also = null)
    {
        var parameters = new DynamicParameters(also);
        parameters.Add("site", site);
        parameters.Add("from", span.From);
        parameters.Add("to", span.To);
        if (Language is not null) parameters.Add("language", Language);
        if (Topic is not null and not NoTopic) parameters.Add("topic", Topic);
        return parameters;
    }
}
