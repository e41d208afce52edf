"""What every room stands on: records, scopes, actions, policies, outbox, page components."""
