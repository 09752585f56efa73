using CommunityWidget.AnswerPages.Machines.Words;
using CommunityWidget.Contracts;
using CommunityWidget.Moderation.Drafting;
using CommunityWidget.Moderation.Judging;
using CommunityWidget.Moderation.PersonalData;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation;

/// <summary>
/// Where a question was asked and about which product. The shop's page says it, and a browser may send anything in its place: titles hold order numbers and
/// addresses of customers, and whatever somebody makes up. Pure.
/// </summary>
public static class JudgeContext
{
    // A product's capitals are its own, and its numbers: of a telephone's only what is written as one.
    private static readonly HashSet<string> Identifying = [DataKinds.Email, DataKinds.Card, DataKinds.Iban, DataKinds.SocialSecurity, DataKinds.Order];

    // Numbers of articles stand in addresses, and look like a telephone's.
    private static readonly HashSet<string> InAddress = [DataKinds.Email, DataKinds.Iban, DataKinds.Ip, DataKinds.SocialSecurity, DataKinds.Order, DataKinds.Address];

    /// <summary>What whoever does not belong to the shop is shown; null when that is all of it.</summary>
    public static ShopContext? ForVolunteers(Site site, string language, PageContext? page, ProductContext? product)
    {
        var whole = new ShopContext(page, product);
        var shown = new ShopContext(
            page is null ? null : page with { Url = Address(page.Url), Title = IsFit(site, page.Title) ? Masked(site, page.Title, language) : null },
            product is null || !IsFit(site, product.Name) ? null : product with { Id = Nobodys(site, product.Id), Name = Names(product.Name) ? null : product.Name, Url = Address(product.Url), Image = Address(product.Image) });
        return shown == whole ? null : shown;
    }

    /// <summary>The product a public page is about: none where its name is nothing to be published, and its address only where it is the shop's own.</summary>
    public static ProductContext? Public(Site site, ProductContext? product)
    {
        if (product is null || Names(product.Name) || (product.Id?.Contains('@') ?? false) || !IsFit(site, product.Name) || !IsFit(site, product.Id)) return null;
        // By its id it is found again: one that is not what it looks like is none.
        if (product.Id is { } id && WrittenText.HasTricks(id)) return null;
        var name = product.Name is { } called && WrittenText.Squeezed(called) is var shown && MessageText.IsShown(shown) ? shown : null;
        return product with { Id = product.Id is { } listed && MessageText.IsShown(listed) ? listed : null, Name = Unaddressed(site, name), Url = product.Url is { } url && Origin.Of(url) is { } origin && site.AllowsOrigin(origin) ? Address(url) : null };
    }

    private static bool IsFit(Site site, string? text)
    {
        var steps = 0;
        return text is null || (Judges.Look(site, text, ref steps) is { Refusal: null } judgement && !judgement.AsJudged().IsHeld);
    }

    private static string? Masked(Site site, string? text, string language) => text is null ? null : PublicText.Of(site, text, language).Text;

    private static bool Names(string? text) => text is not null
        && PersonalDataMasker.Find(text).Any(found => Identifying.Contains(found.Kind) || (found.Kind == DataKinds.Phone && IsWrittenAsOne(text, found)));

    // What is engraved on it is somebody's where an address is: "Mme Dupont, 221B Baker Street", "12 rue des Lilas, 75002 Paris". Perfumes and toys are called after streets alone.
    private static string? Unaddressed(Site site, string? name) =>
        name is not null && PersonalDataMasker.Find(name) is var all && all.Any(found => found.Kind == DataKinds.Address && (all.Any(other => other.Kind == DataKinds.Name && Cues.Before(name, other.Start, Cues.Titles, words: 1)) || HasTown(name.AsSpan(found.Start, found.Length))))
            ? Masked(site, name, site.LanguageFor(null)) : name;

    // A comma and a name or a code with one beside it: "4 Privet Drive 75968" has a set's number behind it.
    private static bool HasTown(ReadOnlySpan<char> address)
    {
        for (var i = 1; i + 2 < address.Length; i++)
        {
            if (address[i] == ',' && address[i + 1] == ' ' && char.IsUpper(address[i + 2])) return true;
            var code = address[i - 1] == ' ' ? address[i..].IndexOfAnyExceptInRange('0', '9') : 0;
            if (code is >= 4 and <= 6 && address[(i + code)..] is [' ', var letter, ..] && char.IsLetter(letter)) return true;
        }
        return false;
    }

    private static string? Nobodys(Site site, string? id) => Names(id) || !IsFit(site, id) ? null : id;

    // An article's number is one run of digits, and a book's has others before what looks like one.
    private static bool IsWrittenAsOne(string text, FoundData found)
    {
        var phone = text.AsSpan(found.Start, found.Length);
        if (found.Start > 0 && (char.IsAsciiDigit(text[found.Start - 1]) || text[found.Start - 1] == '-')) return false;
        return phone[0] is '+' or '(' || IsAmerican(phone) || (phone[0] == '0' && phone.ContainsAny(" .-/()"));
    }

    // "415-555-2671": what else has three parts that long.
    private static bool IsAmerican(ReadOnlySpan<char> phone) => phone.Length == 12 && phone[3] == phone[7] && phone[3] is '-' or '.' && phone[0] >= '2' && phone.Count(phone[3]) == 2;

    // What stands in the path cannot be masked: the shop's address stays.
    private static string? Address(string? url) =>
        url is not null && Uri.TryCreate(url, UriKind.Absolute, out var address) && IsSomebodys(Uri.UnescapeDataString(address.PathAndQuery))
            ? address.GetLeftPart(UriPartial.Authority) + "/"
            : url;

    private static bool IsSomebodys(string path) => OrderAddress.IsIn(path) || PersonalDataMasker.Find(path).Any(found => InAddress.Contains(found.Kind));
}
