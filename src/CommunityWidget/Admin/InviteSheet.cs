using CommunityWidget.Contracts;
using CommunityWidget.People;

namespace CommunityWidget.Admin;

/// <summary>Invites everybody of a sheet whose line is good; the others stay with whoever sent it.</summary>
public sealed class InviteSheet(Invitations invitations, MemberStore members, INameJudge names)
{
    /// <summary>Reads a sheet and says of each line what would become of it; nothing is stored or sent.</summary>
    public async Task<Sheet> Read(MemberCaller by, string text)
    {
        var known = (await members.OfSite(by.Site.Id)).Select(m => m.Email).ToHashSet();
        var invited = (await invitations.Open(by.Site.Id)).Select(i => i.Email).ToHashSet();
        var sheet = SheetReader.Read(by, text, known, invited);
        return sheet with { Lines = [.. sheet.Lines.Select(line => IsCalledWell(by, line) ? line : line with { Faults = [.. line.Faults, new("name", "line_name_not_fit")] })] };
    }

    public async Task<Reply<InvitedSheet>> Run(MemberCaller by, string text, bool byMail)
    {
        var sheet = await Read(by, text);
        var done = new List<InvitedLine>();
        foreach (var line in sheet.Lines.Where(line => line.Faults.Count == 0))
        {
            var link = byMail ? null : await invitations.Invite(by, line.Request);
            var refusal = byMail ? (await invitations.InviteByMail(by, line.Request)).Refusal : link!.Refusal;
            if (refusal is not null) return done.Count == 0 ? refusal : new InvitedSheet(done, Rest(sheet, done.Count), refusal);
            done.Add(new(line.Request.Name!, line.Request.Email!, link?.Value?.Link));
        }
        return new InvitedSheet(done, Rest(sheet, int.MaxValue), null);
    }

    private bool IsCalledWell(MemberCaller by, SheetLine line) => PersonName.Clean(line.Request.Name).Value is not { } name || names.IsFit(by.Site, name);

    // What was not sent is still there to be mended.
    private static string Rest(Sheet sheet, int sent)
    {
        var good = 0;
        var rest = sheet.Lines.Where(line => line.Faults.Count > 0 || good++ >= sent).Select(line => line.Raw).ToList();
        return rest.Count == 0 ? "" : string.Join('\n', rest.Prepend(sheet.Header)) + "\n";
    }
}

/// <param name="Done">Who was invited.</param>
/// <param name="Rest">The lines left, with their header.</param>
/// <param name="Refusal">Why it stopped half-way.</param>
public sealed record InvitedSheet(IReadOnlyList<InvitedLine> Done, string Rest, Refusal? Refusal);

/// <param name="Link">To copy; null when it goes by mail.</param>
public sealed record InvitedLine(string Name, string Email, string? Link);
