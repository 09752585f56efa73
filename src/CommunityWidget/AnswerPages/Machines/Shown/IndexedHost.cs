using CommunityWidget.Hosting;
using Microsoft.Extensions.Options;

namespace CommunityWidget.AnswerPages.Machines.Shown;

/// <summary>Whether a request came to the name we are known by: what is read under another one – of a machine, of a copy – is not to be found there.</summary>
public sealed class IndexedHost(PublicAddress address, IOptions<AnswersOptions> options)
{
    private readonly string _host = address.Host.Host;

    public bool Anywhere { get; } = options.Value.Indexed;

    public bool Holds(HttpRequest request) => Anywhere && request.Host.Value is { } host && host.StartsWith(_host, StringComparison.OrdinalIgnoreCase) && (host.Length == _host.Length || host[_host.Length] == ':');
}
