using CommunityWidget.Hosting;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace CommunityWidget.Pages;

/// <summary>What is typed into any page of ours comes back where the database is away; readers' forms know more of theirs and fill themselves.</summary>
internal sealed class KeepForms : IPageApplicationModelConvention
{
    public void Apply(PageApplicationModel model)
    {
        if (model.ModelType?.IsAssignableTo(typeof(OurPage)) is true) model.EndpointMetadata.Add(new KeepsForms());
    }
}
