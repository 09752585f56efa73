using System.Text;
using CommunityWidget.People;

namespace CommunityWidget.Admin;

/// <summary>A table of people to invite.</summary>
/// <param name="Header">Its first line as it was.</param>
/// <param name="Lines">The people.</param>
/// <param name="Faults">What is wrong with the whole.</param>
public sealed record Sheet(string Header, IReadOnlyList<SheetLine> Lines, IReadOnlyList<Fault> Faults)
{
    public const int MostBytes = 128 * 1024, MostLines = 500;

    public int Good => Lines.Count(line => line.Faults.Count == 0);

    /// <summary>A file as spreadsheets write them: UTF-8 or UTF-16 with a mark, UTF-8 without, else what Windows writes in western Europe.</summary>
    public static string Decode(byte[] bytes)
    {
        if (bytes is [0xFF, 0xFE, ..]) return Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2);
        if (bytes is [0xFE, 0xFF, ..]) return Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2);
        var start = bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes, start, bytes.Length - start);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
        }
    }
}

/// <param name="Number">In the file, the header being 1.</param>
/// <param name="Raw">As it was written.</param>
/// <param name="Request">What it asks for, as far as it could be read.</param>
/// <param name="Faults">Why it cannot be invited.</param>
/// <param name="Notes">What should be known of it.</param>
public sealed record SheetLine(int Number, string Raw, InvitationRequest Request, IReadOnlyList<Fault> Faults, IReadOnlyList<Fault> Notes);
