using System.Net.Mail;

namespace CommunityWidget.Mail;

/// <summary>Section <c>Email</c>: the mail server that carries invitations and password links. Without a host, links are shown to copy instead.</summary>
public sealed class EmailOptions
{
    public const string StartTls = "starttls", None = "none";

    public string Host { get; set; } = "";

    public int Port { get; set; } = 587;

    /// <summary>The address mails come from.</summary>
    public string From { get; set; } = "";

    public string FromName { get; set; } = "CommunityWidget";

    public string UserName { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary><see cref="StartTls"/> or <see cref="None"/>; blank is not set.</summary>
    public string Security { get; set => field = string.IsNullOrWhiteSpace(value) ? StartTls : value; } = StartTls;

    /// <summary>How long one mail may take.</summary>
    public int TimeoutMs { get; set; } = 15_000;

    public bool IsConfigured => Host != "";

    /// <summary>What is wrong, in a sentence that says what to do; null when nothing is.</summary>
    public string? Fault() => this switch
    {
        // What a value may be first, whether or not there is a mail server: the day one is named is too late to hear of it.
        { Security: not (StartTls or None) } => "Email:Security is neither starttls nor none.",
        // The framework's SmtpClient begins every connection in the clear and goes over by STARTTLS; it has no other way.
        { Port: 465 } => "Email:Port 465 speaks TLS from the first byte, which this program cannot. Use your server's port 587 with Email:Security starttls.",
        { Port: < 1 or > 65_535 } => "Email:Port is not a port. Most mail servers take 587.",
        { TimeoutMs: < 1_000 or > 120_000 } => "Email:TimeoutMs is not between 1000 and 120000.",
        { Host: "", From: "", UserName: "" } => null,
        { Host: "" } => "Email:From or Email:UserName is set, but Email:Host is not. Name the mail server, or remove the others.",
        { From: var from } when !MailAddress.TryCreate(from, out _) => "Email:From is not an e-mail address. Write it like help@shop.example.",
        { UserName: not "", Password: "" } => "Email:UserName is set, but Email:Password is not.",
        _ => null,
    };
}
