using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;

namespace CommunityWidget.Tests.Testing.Drivers;

/// <summary>What a visitor can do, whichever way it travels.</summary>
public interface IVisitorDoor
{
    Task<Reply<AskReply>> Ask(AskRequest request);

    Task<Reply<ThreadEvent>> Send(VisitorMessage message);

    Task<Reply<ThreadSnapshot>> Resume(string threadId, long after);

    Task Seen(string threadId, long seq);

    Task<Reply<Done>> End(string threadId);

    Task<Reply<Done>> Rate(RatingRequest request);

    Task<Reply<Done>> LeaveEmail(string threadId, string address);
}

/// <summary>Over the socket.</summary>
public sealed class VisitorSocket(Func<HubClient> line) : IVisitorDoor
{
    public Task<Reply<AskReply>> Ask(AskRequest request) => line().Call<Reply<AskReply>>(nameof(IVisitorHub.Ask), request);

    public Task<Reply<ThreadEvent>> Send(VisitorMessage message) => line().Call<Reply<ThreadEvent>>(nameof(IVisitorHub.Send), message);

    public Task<Reply<ThreadSnapshot>> Resume(string threadId, long after) => line().Call<Reply<ThreadSnapshot>>(nameof(IVisitorHub.Resume), threadId, after);

    public Task Typing(string threadId) => line().Call<object>(nameof(IVisitorHub.Typing), threadId);

    public Task Seen(string threadId, long seq) => line().Call<object>(nameof(IVisitorHub.Seen), threadId, seq);

    public Task<Reply<Done>> End(string threadId) => line().Call<Reply<Done>>(nameof(IVisitorHub.End), threadId);

    public Task<Reply<Done>> Rate(RatingRequest request) => line().Call<Reply<Done>>(nameof(IVisitorHub.Rate), request);

    public Task<Reply<Done>> LeaveEmail(string threadId, string address) => line().Call<Reply<Done>>(nameof(IVisitorHub.LeaveEmail), threadId, address);
}

/// <summary>Over POST twins and polling.</summary>
public sealed class VisitorHttp(WebDoor web) : IVisitorDoor
{
    public Task<Reply<AskReply>> Ask(AskRequest request) => web.Post<AskReply>("/api/threads", request with { Key = null }, request.Key);

    public Task<Reply<ThreadEvent>> Send(VisitorMessage message) =>
        web.Post<ThreadEvent>($"/api/threads/{message.ThreadId}/events", new { message.Text, message.Reopen }, message.Key);

    public Task<Reply<ThreadSnapshot>> Resume(string threadId, long after) => web.Get<ThreadSnapshot>($"/api/threads/{threadId}/events?after={after}");

    public Task Seen(string threadId, long seq) => web.Post<Done>($"/api/threads/{threadId}/seen", new { seq });

    public Task<Reply<Done>> End(string threadId) => web.Post<Done>($"/api/threads/{threadId}/end", new { });

    public Task<Reply<Done>> Rate(RatingRequest request) => web.Post<Done>($"/api/threads/{request.ThreadId}/rating", request);

    public Task<Reply<Done>> LeaveEmail(string threadId, string address) => web.Post<Done>($"/api/threads/{threadId}/email", new { email = address });
}

public static class Keys
{
    /// <summary>A client key of its own for each ask and message.</summary>
    public static string New() => Guid.CreateVersion7().ToString();

    public static AskRequest Question(string text, string? key = null) => new(key ?? New(), text);
}
