using System.Xml.Linq;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace CommunityWidget.People;

/// <summary>The keys behind cookies and tickets, kept in the database so that every node and the next start open what this one sealed.</summary>
public sealed class KeyRing(Db db, TimeProvider clock) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. db.Query<string>("select xml from protection_keys order by created_at").GetAwaiter().GetResult().Select(xml => XElement.Parse(xml))];

    // The framework asks once per key and cannot wait asynchronously.
    public void StoreElement(XElement element, string friendlyName)
    {
        var stored = db.Write<Done>(async tx =>
        {
            await tx.Execute(
                "insert into protection_keys (id, xml, created_at) values (@Id, @Xml, @Now)",
                new { Id = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting), Now = clock.NowMs() });
            return Done.It;
        }).GetAwaiter().GetResult();
        if (stored.Refusal is { } refusal) throw new InvalidOperationException(refusal.Message);
    }
}
