using Microsoft.AspNetCore.Routing;

namespace CommunityWidget.Pages.Readers;

/// <summary>A page that is only posted to: to whoever reads, its address may be something else.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OnlyPostedAttribute : Attribute, IHttpMethodMetadata
{
    public bool AcceptCorsPreflight => false;

    public IReadOnlyList<string> HttpMethods { get; } = ["POST"];
}
