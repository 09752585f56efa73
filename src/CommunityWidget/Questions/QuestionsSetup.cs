using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Hosting;
using CommunityWidget.People;
using CommunityWidget.Questions.Suggesting;
using CommunityWidget.Redis;

namespace CommunityWidget.Questions;

public static class QuestionsSetup
{
    public static IServiceCollection AddQuestions(this IServiceCollection services) =>
        services.AddSingleton<AskQuestion>().AddSingleton<StoreQuestion>().AddSingleton<SuggestAnswers>().AddSingleton<TakeAnswered>()
            .AddSingleton<AskedTraces>().AddHostedService(provider => provider.GetRequiredService<AskedTraces>());

    /// <summary>The POST twin of the hub's Ask; its key may come as the <c>Idempotency-Key</c> header.</summary>
    public static void MapQuestions(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/threads", async (AskRequest request, HttpContext http, AskQuestion ask) =>
        {
            var key = http.Request.Headers["Idempotency-Key"].FirstOrDefault() ?? request.Key;
            return (await ask.Run((VisitorCaller)http.Caller()!, request with { Key = key })).ToHttp();
        }).Allow(Permission.Ask).WithName("AskQuestion");
        routes.MapSuggesting();
    }
}
