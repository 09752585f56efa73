using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityWidget.Admin.Pages;

/// <summary>A field that was refused says so to readers, and where the sentence stands.</summary>
[HtmlTargetElement("input", Attributes = "name", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("textarea", Attributes = "name")]
[HtmlTargetElement("select", Attributes = "name")]
public sealed class FaultyFieldTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public static string IdOf(string field) => $"fault-{string.Concat(field.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'))}";

    /// <summary>The page hands over what it refused.</summary>
    public static void Refused(HttpContext http, IReadOnlyList<Fault> faults) => http.Items[typeof(FaultyFieldTagHelper)] = faults;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!ViewContext.HttpContext.Items.TryGetValue(typeof(FaultyFieldTagHelper), out var kept) || kept is not IReadOnlyList<Fault> faults) return;
        if (context.AllAttributes["type"]?.Value.ToString() is "hidden" or "radio") return;
        var name = context.AllAttributes["name"].Value.ToString() ?? "";
        if (faults.FirstOrDefault(fault => IsOf(name, fault.Field)) is not { } fault) return;
        output.Attributes.SetAttribute("aria-invalid", "true");
        var described = context.AllAttributes["aria-describedby"]?.Value.ToString();
        output.Attributes.SetAttribute("aria-describedby", $"{described} {IdOf(fault.Field)}".Trim());
    }

    // Forms name a field whole or by its last word.
    private static bool IsOf(string name, string field) =>
        name.Equals(field, StringComparison.OrdinalIgnoreCase) || (!field.Contains('.') && name.EndsWith($".{field}", StringComparison.OrdinalIgnoreCase));
}
