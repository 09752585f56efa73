using CommunityWidget.AnswerPages.Machines.Head;
using CommunityWidget.AnswerPages.Pages;
using CommunityWidget.Hosting;
using Microsoft.AspNetCore.Html;
using RazorSlices;

namespace CommunityWidget.AnswerPages.Drawn;

/// <summary>A public page and what stands around it. Its own part is drawn by a slice, or is there already.</summary>
/// <param name="Page">Whose words and links these are.</param>
/// <param name="Head">What programs read of it.</param>
/// <param name="Style">Where its style sheet is.</param>
/// <param name="Script">Where its script is.</param>
public sealed record FramedPage(AnswersPage Page, PageHead Head, string? Style, string? Script)
{
    public RazorSlice? Drawn { get; init; }

    public IHtmlContent? Body { get; init; }
}

/// <summary>One frame for all public pages, whoever draws what is in it.</summary>
public sealed class PageFrames(PageHeads heads, WidgetAssets assets)
{
    public FramedPage Around(AnswersPage page, RazorSlice drawn) => Around(page) with { Drawn = drawn };

    public FramedPage Around(AnswersPage page, IHtmlContent body) => Around(page) with { Body = body };

    private FramedPage Around(AnswersPage page) => new(page, heads.Of(page), assets.Address("pages.css"), assets.Address("answers.js"));
}
