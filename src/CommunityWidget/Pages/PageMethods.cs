using CommunityWidget.Pages.Readers;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace CommunityWidget.Pages;

/// <summary>A page is read, and posted to where it has a handler for that. Whoever asks in another way is told in which it may be asked (405): there is nothing to draw.</summary>
internal sealed class PageMethods : IPageApplicationModelConvention
{
    public void Apply(PageApplicationModel model)
    {
        if (model.HandlerTypeAttributes.OfType<OnlyPostedAttribute>().Any()) return;
        string[] methods = [HttpMethods.Get, HttpMethods.Head, .. model.HandlerMethods.Select(handler => handler.HttpMethod.ToUpperInvariant())];
        model.EndpointMetadata.Add(new HttpMethodMetadata(methods.Distinct()));
    }
}
