using System.Net;

namespace CommunityWidget.Pages.Readers;

/// <summary>Where a form comes from, as far as two who share an address differ.</summary>
/// <param name="Address">Of the line.</param>
/// <param name="Program">What the browser says of itself and of the languages it is read in.</param>
public sealed record FormSender(IPAddress? Address, string Program)
{
    public static FormSender Of(HttpContext http) => new(http.Connection.RemoteIpAddress, $"{http.Request.Headers.UserAgent}\n{http.Request.Headers.AcceptLanguage}");
}
