using CommunityWidget.People;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Admin.Pages;

/// <summary>Many people invited by one list: what was read is shown line by line, and only then sent. The list itself stays in the form all the while.</summary>
public sealed class ListModel(AdminDesk desk, InviteSheet sheets, LettersSent letters) : AdminPage(desk)
{
    public string? Text { get; private set; }

    public Sheet? Sheet { get; private set; }

    public InvitedSheet? Invited { get; private set; }

    public bool ByMail => letters.ByMail;

    public async Task<IActionResult> OnPostCheck(IFormFile? file, string? text)
    {
        Text = file is { Length: > 0 } ? await Read(file) : text ?? "";
        Sheet = await sheets.Read(Me!, Text);
        return await Show();
    }

    public async Task<IActionResult> OnPostInvite(string? text)
    {
        Text = text ?? "";
        var reply = await sheets.Run(Me!, Text, ByMail);
        if (reply.Value is not { } invited)
        {
            Sheet = await sheets.Read(Me!, Text);
            return await Refuse(reply.Refusal!);
        }
        (Invited, Text) = (invited, invited.Rest);
        if (Text != "") Sheet = await sheets.Read(Me!, Text);
        return invited.Refusal is { } stopped ? await Refuse(stopped) : await Show();
    }

    public string RoleNames(IEnumerable<string> roles) => string.Join(", ", roles.Select(role => T.RoleNames.GetValueOrDefault(role, role)));

    /// <summary>To paste into a letter or a table.</summary>
    public static string LinksAsText(InvitedSheet invited) => string.Join('\n', invited.Done.Select(line => $"{line.Name}\t{line.Email}\t{line.Link}"));

    protected override Task Load() => Task.CompletedTask;

    // One byte more than allowed, so that too long is seen as such.
    private static async Task<string> Read(IFormFile file)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        return Admin.Sheet.Decode(bytes.ToArray());
    }
}
