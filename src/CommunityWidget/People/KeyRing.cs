using System.Globalization;
using System.Xml.Linq;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace CommunityWidget.People;

/// <summary>The keys behind cookies and tickets, kept in the database so that every node and the next start open what this one sealed.</summary>
public sealed class KeyRing(Db db, TimeProvider clock) : IXmlRepository
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromMinutes(5);

    private const string Stored = "select xml from protection_keys order by created_at";

    private volatile HashSet<string> _read = [];

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        var rows = db.Query<string>(Stored).GetAwaiter().GetResult();
        _read = [.. rows];
        return [.. rows.Select(xml => XElement.Parse(xml))];
    }

    // The framework asks once per key and cannot wait asynchronously.
    public void StoreElement(XElement element, string friendlyName)
    {
        var stored = db.Write<Done>(async tx =>
        {
            // Nodes that start at once on an empty database would each make a key and not know the others': the first is kept, and the
            // framework reads the ring anew after this and takes it.
            await tx.Execute($"select number from migrations where number = 1{tx.Dialect.ForUpdate}");
            if (IsForNow(element) && (await tx.Query<string>(Stored)).Any(xml => !_read.Contains(xml) && IsForNow(XElement.Parse(xml)))) return Done.It;
            await tx.Execute(
                "insert into protection_keys (id, xml, created_at) values (@Id, @Xml, @Now)",
                new { Id = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting), Now = clock.NowMs() });
            return Done.It;
        }).GetAwaiter().GetResult();
        if (stored.Refusal is { } refusal) throw new InvalidOperationException(refusal.Message);
    }

    // A key that follows another is made days before it is used, and every node has read it by then.
    private static bool IsForNow(XElement element) => element.Name.LocalName == "key"
        && element.Element("creationDate") is { } made && element.Element("activationDate") is { } used
        && DateTimeOffset.Parse(used.Value, CultureInfo.InvariantCulture) - DateTimeOffset.Parse(made.Value, CultureInfo.InvariantCulture) < AtOnce;
}
