using CommunityWidget.Configuration;
using CommunityWidget.Hosting;
using CommunityWidget.Telemetry;
using Microsoft.AspNetCore.OpenApi;

namespace CommunityWidget.Integrations;

/// <summary>What a site's own programs use: they are told what happens, and may read and answer.</summary>
public static class IntegrationsSetup
{
    public static IServiceCollection AddIntegrations(this IServiceCollection services)
    {
        services.AddOptions<WebhookOptions>().BindSettings("Webhooks").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<NameResolver>().AddSingleton<GuardedClient>().AddSingleton<WebhookSecrets>();
        services.AddSingleton<WebhookStore>().AddSingleton<DeliveryStore>().AddSingleton<WriteBody>();
        services.AddOptions<ApiOptions>().BindSettings("Api").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<KeyLimit>().AddSingleton<ReadThreads>().AddSingleton<AnswerThread>();
        services.Configure<OpenApiOptions>("v1", document => document.AddDocumentTransformer(ApiDocument.Complete));
        return services.AddSingleton<DeliverWebhooks>().AddSingleton<IGauge, WebhookAge>().AddChore<MessagesBehind>().AddChore<ForgetDeliveries>().AddHostedService<WebhookWorker>();
    }
}
