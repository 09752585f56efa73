using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CommunityWidget.Integrations;

/// <summary>How the API for programs stands in <c>/openapi/v1.json</c>: what is answered, and an example of each request that a test sends.</summary>
public static class ApiDocument
{
    /// <summary>Stands for a thread in examples.</summary>
    public const string ThreadId = "k7mq2xw9pa";

    private const string Key = "apiKey";

    public static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder route, params int[] refusals)
    {
        route.Produces<T>();
        foreach (var status in refusals.Concat([401, 403, 429, 503]).Order()) route.ProducesProblem(status);
        return route.AddOpenApiOperationTransformer((operation, context, _) =>
        {
            operation.Security = [new() { [new OpenApiSecuritySchemeReference(Key, context.Document)] = [] }];
            return Task.CompletedTask;
        });
    }

    public static RouteHandlerBuilder Example(this RouteHandlerBuilder route, string parameter, JsonNode value) => route.AddOpenApiOperationTransformer((operation, _, _) =>
    {
        foreach (var found in operation.Parameters?.OfType<OpenApiParameter>().Where(p => p.Name == parameter) ?? []) found.Example = value.DeepClone();
        return Task.CompletedTask;
    });

    /// <summary>A header or parameter the server refuses to do without, although it takes the request to say so in its own words.</summary>
    public static RouteHandlerBuilder Demands(this RouteHandlerBuilder route, string parameter) => route.AddOpenApiOperationTransformer((operation, _, _) =>
    {
        foreach (var found in operation.Parameters?.OfType<OpenApiParameter>().Where(p => p.Name == parameter) ?? []) found.Required = true;
        return Task.CompletedTask;
    });

    public static RouteHandlerBuilder Body(this RouteHandlerBuilder route, string json) => route.AddOpenApiOperationTransformer((operation, _, _) =>
    {
        if (operation.RequestBody?.Content is { } content && content.TryGetValue("application/json", out var body)) body.Example = JsonNode.Parse(json);
        return Task.CompletedTask;
    });

    /// <summary>The key, and what is posted to webhooks.</summary>
    public static async Task Complete(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken stop)
    {
        var components = document.Components ??= new();
        var schemes = components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        schemes[Key] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "A key made under /admin, Integrations.",
        };
        Demand(components, nameof(PostedAnswer), "text");
        var schema = await context.GetOrCreateSchemaAsync(typeof(HookBody), cancellationToken: stop);
        document.Webhooks = WebhookExamples.All.ToDictionary(example => example.Type, IOpenApiPathItem (example) => new OpenApiPathItem
        {
            Operations = new() { [HttpMethod.Post] = Told(example, schema) },
        });
    }

    // The same of what is posted.
    private static void Demand(OpenApiComponents components, string posted, string property)
    {
        if (components.Schemas is not { } schemas || !schemas.TryGetValue(posted, out var found) || found is not OpenApiSchema { Properties: { } properties } schema) return;
        (schema.Required ??= new HashSet<string>()).Add(property);
        if (properties.TryGetValue(property, out var demanded) && demanded is OpenApiSchema one) one.Type &= ~JsonSchemaType.Null;
    }

    private static OpenApiOperation Told(HookBody example, IOpenApiSchema schema) => new()
    {
        Summary = WebhookExamples.About[example.Type],
        Description = "Signed by the rules of Standard Webhooks: webhook-signature is v1, and HMAC-SHA256 in base64 over webhook-id, webhook-timestamp and the bytes of the body, joined by dots, with the secret shown once (base64 after whsec_). Refuse a timestamp more than five minutes away, ignore an id seen before, and answer 2xx within ten seconds.",
        RequestBody = new OpenApiRequestBody
        {
            Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new() { Schema = schema, Example = WebhookExamples.Json(example) } },
        },
        Responses = new() { ["2XX"] = new OpenApiResponse { Description = "Taken. Anything else, a redirect included, is tried again: five times in all, within 40 minutes unless the server is set otherwise." } },
    };
}
