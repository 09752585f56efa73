using System.Text.Json;
using System.Text.Json.Nodes;
using CommunityWidget.Threads;

namespace CommunityWidget.Integrations;

/// <summary>What each event looks like, for the API's description.</summary>
public static class WebhookExamples
{
    private const long At = 1_767_607_200_000;

    private static readonly HookThread About1 = new(ApiDocument.ThreadId, "en", "delivery", At - 60_000);

    public static readonly IReadOnlyDictionary<string, string> About = new Dictionary<string, string>
    {
        [SubscribedKinds.Waiting] = "A question waits: it was asked, given back or continued.",
        [SubscribedKinds.FellBack] = "The community could not take a question: the shop's own team is asked.",
        [SubscribedKinds.Parked] = "Nobody could take a question now: it will be answered later.",
        [SubscribedKinds.Message] = "The visitor or a member wrote; the question itself is the first.",
        [SubscribedKinds.Closed] = "A conversation ended.",
        [SubscribedKinds.Published] = "A conversation became a public answer page.",
    };

    public static readonly IReadOnlyList<HookBody> All =
    [
        Status(SubscribedKinds.Waiting, 2, new("waiting", "topic", "asked")),
        Status(SubscribedKinds.FellBack, 3, new("waiting", "agents", "handed_to_agents")),
        Status(SubscribedKinds.Parked, 4, new("parked", "parked", "parked")),
        Body(SubscribedKinds.Message, 5) with { Message = new("agent", "It ships tomorrow.") },
        Status(SubscribedKinds.Closed, 6, new("closed", "parked", "ended")),
        Body(SubscribedKinds.Published, 7) with { Answer = new("When does my order ship?", "https://chat.shop.example/answers/shop/p3f8k2m9qa/when-does-my-order-ship") },
    ];

    public static JsonNode Json(HookBody body) => JsonSerializer.SerializeToNode(body, JsonSerializerOptions.Web)!;

    private static HookBody Status(string kind, long seq, HookStatus status) => Body(kind, seq) with { Status = status };

    private static HookBody Body(string kind, long seq) => new(Subscriptions.EventId(ApiDocument.ThreadId, seq, kind), kind, At, "shop", seq, About1);
}
