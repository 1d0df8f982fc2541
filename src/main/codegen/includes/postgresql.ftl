/** Parses a cast as PostgreSQL writes it: value::type, or value::type[]. */
void InfixCast(List<Object> list, ExprContext exprContext, Span s) :
{
    SqlNode type;
}
{
    <INFIX_CAST> {
        checkNonQueryExpression(exprContext);
        list.add(new SqlParserUtil.ToTreeListItem(SqlLibraryOperators.INFIX_CAST, getPos()));
    }
    (
        type = DataType()
        [
            LOOKAHEAD(2)
            <LBRACKET> <RBRACKET> { type = Syntax.arrayOf((SqlDataTypeSpec) type); }
        ]
    |
        <INTERVAL> type = IntervalWithoutQualifier()
    )
    { list.add(type); }
}

/** Parses the time on the clocks of a zone: value AT TIME ZONE 'Asia/Tokyo'. */
void AtTimeZone(List<Object> list, ExprContext exprContext, Span s) :
{
}
{
    <AT> <TIME> <ZONE> {
        checkNonQueryExpression(exprContext);
        list.add(new SqlParserUtil.ToTreeListItem(Syntax.AT_TIME_ZONE, getPos()));
    }
    AddExpression2b(list, ExprContext.ACCEPT_SUB_QUERY)
}

/** Parses what is taken from a JSON text by a field, an index or a path. */
void JsonAccess(List<Object> list, ExprContext exprContext, Span s) :
{
    final SqlOperator operator;
}
{
    (
        <JSON_FIELD> { operator = Syntax.JSON_FIELD; }
    |
        <JSON_TEXT> { operator = Syntax.JSON_TEXT; }
    |
        <JSON_PATH> { operator = Syntax.JSON_PATH; }
    |
        <JSON_PATH_TEXT> { operator = Syntax.JSON_PATH_TEXT; }
    )
    {
        checkNonQueryExpression(exprContext);
        list.add(new SqlParserUtil.ToTreeListItem(operator, getPos()));
    }
    AddExpression2b(list, ExprContext.ACCEPT_SUB_QUERY)
}

/** Parses patterns of an array of which one matches, or all do: value LIKE ANY (array). */
void LikeMany(List<Object> list, ExprContext exprContext, Span s) :
{
    boolean isNegated = false;
    final SqlNode patterns;
}
{
    [ <NOT> { isNegated = true; } ]
    <LIKE_MANY> {
        checkNonQueryExpression(exprContext);
        list.add(
            new SqlParserUtil.ToTreeListItem(
                LikeMany.of(isNegated, getToken(0).image), getPos()));
    }
    patterns = Expression(ExprContext.ACCEPT_SUB_QUERY)
    <RPAREN> { list.add(patterns); }
}

/** Parses PostgreSQL's signs for LIKE and ILIKE. */
void LikeSign(List<Object> list, ExprContext exprContext, Span s) :
{
    final SqlOperator operator;
}
{
    (
        <LIKE_SIGN> { operator = SqlStdOperatorTable.LIKE; }
    |
        <NOT_LIKE_SIGN> { operator = SqlStdOperatorTable.NOT_LIKE; }
    |
        <ILIKE_SIGN> { operator = SqlLibraryOperators.ILIKE; }
    |
        <NOT_ILIKE_SIGN> { operator = SqlLibraryOperators.NOT_ILIKE; }
    )
    {
        checkNonQueryExpression(exprContext);
        list.add(new SqlParserUtil.ToTreeListItem(operator, getPos()));
    }
    AddExpression2b(list, ExprContext.ACCEPT_SUB_QUERY)
}

/** Parses PostgreSQL's short words for IS NULL and IS NOT NULL. */
void NullTest(List<Object> list, ExprContext exprContext, Span s) :
{
    final SqlOperator operator;
}
{
    (
        <ISNULL> { operator = SqlStdOperatorTable.IS_NULL; }
    |
        <NOTNULL> { operator = SqlStdOperatorTable.IS_NOT_NULL; }
    )
    {
        checkNonQueryExpression(exprContext);
        list.add(new SqlParserUtil.ToTreeListItem(operator, getPos()));
    }
}

/** Parses a wish to lock rows, which a database that is only read fulfils by doing nothing. */
void RowLock() :
{
}
{
    <FOR>
    (
        <UPDATE>
    |
        <SHARE>
    |
        <NO> <KEY> <UPDATE>
    |
        <KEY> <SHARE>
    )
    [ <OF> CompoundIdentifier() ( <COMMA> CompoundIdentifier() )* ]
    [ <NOWAIT> | <SKIP_> <LOCKED> ]
}
