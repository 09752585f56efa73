using CommunityWidget.People;

namespace CommunityWidget.Admin;

/// <summary>What every admin page needs.</summary>
public sealed record AdminDesk(Access Access, AuditLog Audit, UndoChange Undo, TimeProvider Clock);
