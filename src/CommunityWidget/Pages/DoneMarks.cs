using System.Security.Cryptography;
using System.Text.Json;
using CommunityWidget.Conversations.Later;
using Microsoft.AspNetCore.DataProtection;

namespace CommunityWidget.Pages;

/// <summary>What a page says once its button was pressed, carried over to the page that says it: in an address, so that only we can make or read it.</summary>
public sealed class DoneMarks(IDataProtectionProvider protection)
{
    public string Of(string page, MailedThread done) => Protector(page).Protect(JsonSerializer.Serialize(done));

    /// <summary>Nothing for what was made elsewhere, or for another page.</summary>
    public MailedThread? Read(string page, string? mark)
    {
        if (string.IsNullOrEmpty(mark)) return null;
        try
        {
            return JsonSerializer.Deserialize<MailedThread>(Protector(page).Unprotect(mark));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Protector(string page) => protection.CreateProtector("done", page);
}
