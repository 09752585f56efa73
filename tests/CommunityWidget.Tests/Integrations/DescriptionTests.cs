using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CommunityWidget.Integrations;
using CommunityWidget.Tests.Testing.Drivers;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Integrations;

/// <summary>The examples of the API's description are sent as they stand there, and what comes back is what it says would.</summary>
public sealed class DescriptionTests(HookApp app) : IClassFixture<HookApp>
{
    private static readonly HttpClient Http = new();

    [Fact]
    public async Task Every_example_of_the_description_works_and_is_answered_as_described()
    {
        var shop = await app.Open();
        var (program, _) = await app.Program(shop);
        await using var maya = await shop.SuperUser();
        await using var visitor = await shop.ConnectedVisitor();
        var thread = (await visitor.Socket.Ask(new(Keys.New(), "When does it ship?"))).Value!.Thread.ThreadId;
        var document = (await Http.GetFromJsonAsync<JsonObject>(new Uri(app.Address, "/openapi/v1.json")))!;
        var operations = document["paths"]!.AsObject().Where(path => path.Key.StartsWith("/api/v1/", StringComparison.Ordinal))
            .SelectMany(path => path.Value!.AsObject().Select(operation => (Path: path.Key, Method: operation.Key, Operation: operation.Value!.AsObject())))
            .OrderBy(o => o.Path.EndsWith("/end", StringComparison.Ordinal)).ToList();
        Assert.Equal(4, operations.Count);

        foreach (var (path, method, operation) in operations)
        {
            var (query, idempotency, filled) = ("", (string?)null, path);
            foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
            {
                var name = (string)parameter!["name"]!;
                if (parameter["example"] is not { } example)
                {
                    Assert.NotEqual("path", (string)parameter["in"]!);
                    continue;
                }
                var value = example.ToString() == ApiDocument.ThreadId ? thread : example.ToString();
                if ((string)parameter["in"]! == "path") filled = filled.Replace($"{{{name}}}", value, StringComparison.Ordinal);
                else if ((string)parameter["in"]! == "query") query += $"{(query == "" ? '?' : '&')}{name}={Uri.EscapeDataString(value)}";
                else idempotency = value;
            }
            var body = operation["requestBody"]?["content"]?["application/json"];
            if (body is not null) Assert.Empty(Schema.Faults(document, body["schema"]!, body["example"]));
            var answer = await program.Ask(new HttpMethod(method.ToUpperInvariant()), filled + query, body?["example"]!.ToJsonString(), idempotency);

            Assert.True(answer.IsGood, $"{method} {filled}{query}: {answer.Status} {answer.Body}");
            var described = operation["responses"]!["200"]!["content"]!["application/json"]!["schema"]!;
            Assert.Empty(Schema.Faults(document, described, JsonNode.Parse(answer.Body)));
            Assert.NotNull(operation["security"]);
        }
    }

    [Fact]
    public async Task What_the_server_refuses_to_do_without_is_described_as_required()
    {
        var shop = await app.Open();
        var (program, _) = await app.Program(shop);
        await using var visitor = await shop.ConnectedVisitor();
        var path = $"/api/v1/threads/{(await visitor.Socket.Ask(new(Keys.New(), "When does it ship?"))).Value!.Thread.ThreadId}/answers";
        var document = (await Http.GetFromJsonAsync<JsonObject>(new Uri(app.Address, "/openapi/v1.json")))!;
        var answer = document["paths"]!["/api/v1/threads/{id}/answers"]!["post"]!;
        var posted = answer["requestBody"]!["content"]!["application/json"]!["schema"]!;

        Assert.True((bool)answer["parameters"]!.AsArray().Single(p => (string)p!["name"]! == "Idempotency-Key")!["required"]!);
        Assert.False((await program.Ask(HttpMethod.Post, path, """{"text":"Tomorrow."}""")).IsGood);
        Assert.True((bool)answer["requestBody"]!["required"]!);
        foreach (var nothing in new[] { "{}", """{"text":null}""" })
        {
            Assert.NotEmpty(Schema.Faults(document, posted, JsonNode.Parse(nothing)));
            Assert.False((await program.Ask(HttpMethod.Post, path, nothing, Keys.New())).IsGood);
        }
    }

    [Fact]
    public async Task What_is_posted_to_webhooks_is_described_by_an_example_of_each_event()
    {
        var document = (await Http.GetFromJsonAsync<JsonObject>(new Uri(app.Address, "/openapi/v1.json")))!;
        var webhooks = document["webhooks"]!.AsObject();

        Assert.Equal(SubscribedKinds.All.Order(), webhooks.Select(w => w.Key).Order());
        foreach (var (_, hook) in webhooks)
        {
            var body = hook!["post"]!["requestBody"]!["content"]!["application/json"]!;
            Assert.Empty(Schema.Faults(document, body["schema"]!, body["example"]));
        }
    }

    [Fact]
    public async Task A_schema_notices_what_is_not_as_described()
    {
        var document = (await Http.GetFromJsonAsync<JsonObject>(new Uri(app.Address, "/openapi/v1.json")))!;
        var page = document["paths"]!["/api/v1/threads"]!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"]!;

        Assert.Empty(Schema.Faults(document, page, JsonNode.Parse("""{"threads":[],"next":null}""")));
        Assert.NotEmpty(Schema.Faults(document, page, JsonNode.Parse("""{"threads":[]}""")));
        Assert.NotEmpty(Schema.Faults(document, page, JsonNode.Parse("""{"threads":[{}],"next":null}""")));
        Assert.NotEmpty(Schema.Faults(document, page, JsonNode.Parse("""{"threads":[],"next":7}""")));
        Assert.NotEmpty(Schema.Faults(document, page, JsonNode.Parse("""{"threads":[],"next":null,"secret":"x"}""")));
    }
}
