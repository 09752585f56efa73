using System.Buffers.Binary;

namespace CommunityWidget.SearchEngine;

internal static class Pictures
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    public static async Task Check(Page page, Web web, List<Fault> faults)
    {
        void Say(string what) => faults.Add(new(page.Address, what));
        if (page.Meta("og:image") is not { } address)
        {
            if (page.IsQuestion) Say("has no picture");
            return;
        }
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            Say($"has a picture at {address}");
            return;
        }
        if (string.IsNullOrWhiteSpace(page.Meta("og:image:alt"))) Say("has no words for its picture");
        if ((page.Meta("og:image:width"), page.Meta("og:image:height"), page.Meta("twitter:card"), page.Meta("twitter:image")) != ("1200", "630", "summary_large_image", address)) Say("shows its picture otherwise than it is");
        var picture = await web.Get(address);
        var isPng = picture.Status == 200 && picture.Type == "image/png" && picture.Body.Length > 24 && picture.Body.AsSpan(0, 8).SequenceEqual(Png);
        if (!isPng || Number(picture, 16) != 1200 || Number(picture, 20) != 630) Say($"has a picture that is no PNG of 1200 × 630: {picture.Status} {picture.Type}");
        await Caching.Check(web, picture, faults);
    }

    private static int Number(Fetched picture, int at) => BinaryPrimitives.ReadInt32BigEndian(picture.Body.AsSpan(at));
}
