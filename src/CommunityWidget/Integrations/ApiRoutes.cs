using System.ComponentModel;
using CommunityWidget.Contracts;
using CommunityWidget.Hosting;
using CommunityWidget.People;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Integrations;

/// <summary>What a site's own programs may ask, with a key in <c>Authorization: Bearer</c>.</summary>
public static class ApiRoutes
{
    private const string About = "The thread's public id.";

    public static void MapIntegrations(this IEndpointRouteBuilder routes)
    {
        var threads = routes.MapGroup(KeyCallers.Path + "/threads").WithTags("Integrations").AddEndpointFilter(routes.ServiceProvider.GetRequiredService<KeyLimit>());
        threads.MapGet("", async (
                HttpContext http,
                ReadThreads read,
                [Description("Only those that are waiting, live, parked or closed.")] string? state,
                [Description("The next of the page before.")] string? after,
                [Description("How many, 1 to 100; 50 when it is not said.")] int? limit) => (await read.List(Me(http).Site.Id, state, after, limit)).ToHttp())
            .Allow(Permission.ReadByKey).WithName("ListThreads").WithSummary("Lists threads, newest first.")
            .Answers<ThreadPage>(400).Example("state", "parked").Example("limit", 2);
        threads.MapGet("/{id}", async ([Description(About)] string id, [Description("Events after this seq only.")] long? after, HttpContext http, ReadThreads read) =>
                (await read.Find(Me(http).Site.Id, id, after ?? 0)).ToHttp())
            .Allow(Permission.ReadByKey).WithName("ReadThread").WithSummary("Reads one thread with its events.")
            .Answers<ThreadWithEvents>(404).Example("id", ApiDocument.ThreadId).Example("after", 0);
        threads.MapPost("/{id}/answers", async (
                [Description(About)] string id,
                PostedAnswer posted,
                HttpContext http,
                AnswerThread answer,
                [FromHeader(Name = "Idempotency-Key"), Description("8 to 64 letters, digits or dashes, new for each answer: sent again with the same key, an answer is stored once.")] string? key) =>
                (await answer.Answer(Me(http), id, key, posted.Text)).ToHttp())
            .Allow(Permission.AnswerByKey).WithName("AnswerThread")
            .WithSummary("Answers. A parked question is answered for the visitor's next visit; a waiting one is taken first, and given back to the community when nothing was called for 45 seconds.")
            .Answers<ThreadEntry>(400, 404, 409, 413, 422).Example("id", ApiDocument.ThreadId).Demands("Idempotency-Key").Example("Idempotency-Key", "order-4711-answer-1")
            .Body("{\"text\":\"It ships tomorrow, with a tracking number by e-mail.\"}");
        threads.MapPost("/{id}/end", async ([Description(About)] string id, HttpContext http, AnswerThread answer) => (await answer.End(Me(http), id)).ToHttp())
            .Allow(Permission.AnswerByKey).WithName("EndThreadByKey").WithSummary("Ends a conversation the key's member holds. Ending twice is ending once.")
            .Answers<Done>(404, 409).Example("id", ApiDocument.ThreadId);
    }

    private static KeyCaller Me(HttpContext http) => (KeyCaller)http.Caller()!;
}
