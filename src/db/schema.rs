//! The tables, as the migrations make them. Every column is of a type that both engines share.

diesel::table! {
    secret (name) {
        name -> Text,
        value -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    audit_entry (id) {
        id -> Text,
        at -> Timestamp,
        actor_id -> Nullable<Text>,
        board_id -> Nullable<Text>,
        object_kind -> Text,
        object_id -> Text,
        object_version -> BigInt,
        action -> Text,
        changes -> Text,
    }
}

diesel::table! {
    heartbeat (name) {
        name -> Text,
        at -> Timestamp,
        holder -> Text,
        held_until -> Timestamp,
        detail -> Text,
    }
}

diesel::table! {
    code_word (list, code) {
        list -> Text,
        code -> Text,
        position -> BigInt,
        words -> Text,
    }
}

diesel::table! {
    organisation (id) {
        id -> Text,
        scheme -> Text,
        number -> Nullable<Text>,
        kind -> Text,
        mailbox -> Nullable<Text>,
        contact -> Text,
        language -> Text,
        version -> BigInt,
        size -> Nullable<Text>,
    }
}

diesel::table! {
    organisation_name (id) {
        id -> Text,
        organisation_id -> Text,
        name -> Text,
        short_name -> Text,
        valid_from -> Nullable<Date>,
        valid_until -> Nullable<Date>,
    }
}

diesel::table! {
    service_owner_period (id) {
        id -> Text,
        organisation_id -> Text,
        valid_from -> Date,
        valid_until -> Nullable<Date>,
    }
}

diesel::table! {
    organisation_domain (domain) {
        domain -> Text,
        organisation_id -> Text,
    }
}

diesel::table! {
    person (id) {
        id -> Text,
        name -> Text,
        address -> Nullable<Text>,
        language -> Text,
        title -> Text,
        created_at -> Timestamp,
        delete_after -> Nullable<Date>,
        version -> BigInt,
        weekly_mail -> Bool,
    }
}

diesel::table! {
    identity (issuer, subject) {
        issuer -> Text,
        subject -> Text,
        person_id -> Text,
    }
}

diesel::table! {
    affiliation (id) {
        id -> Text,
        person_id -> Text,
        organisation_id -> Text,
        joined_by -> Text,
        valid_from -> Date,
        valid_until -> Nullable<Date>,
    }
}

diesel::table! {
    instance_role (id) {
        id -> Text,
        person_id -> Text,
        role -> Text,
        valid_from -> Date,
        valid_until -> Nullable<Date>,
    }
}

diesel::table! {
    session_rule (role) {
        role -> Text,
        idle_minutes -> BigInt,
        longest_minutes -> BigInt,
    }
}

diesel::table! {
    session (token_hash) {
        token_hash -> Text,
        person_id -> Text,
        created_at -> Timestamp,
        last_seen_at -> Timestamp,
        idle_minutes -> BigInt,
        expires_at -> Timestamp,
        own_device -> Bool,
        device -> Text,
    }
}

diesel::table! {
    sign_in_link (token_hash) {
        token_hash -> Text,
        purpose -> Text,
        address -> Text,
        person_id -> Nullable<Text>,
        organisation_id -> Nullable<Text>,
        name -> Text,
        language -> Text,
        goes_on_to -> Text,
        created_at -> Timestamp,
        expires_at -> Timestamp,
        used_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    parked_form (id) {
        id -> Text,
        browser_hash -> Text,
        person_id -> Nullable<Text>,
        path -> Text,
        fields -> Text,
        created_at -> Timestamp,
        expires_at -> Timestamp,
    }
}

diesel::table! {
    import_draft (id) {
        id -> Text,
        person_id -> Text,
        book -> Text,
        created_at -> Timestamp,
        expires_at -> Timestamp,
    }
}

diesel::table! {
    board (id) {
        id -> Text,
        slug -> Text,
        parent_id -> Nullable<Text>,
        kind -> Text,
        name -> Text,
        zone -> Text,
        holiday_set -> Text,
        languages -> Text,
        liked_weekdays -> Text,
        liked_start -> Time,
        liked_end -> Time,
        mailbox -> Text,
        chair_counts -> Bool,
        parent_secretariat -> Bool,
        asks_needs -> Bool,
        colleagues_read -> Bool,
        opened_kept_days -> Nullable<BigInt>,
        mail_on_from -> Nullable<Timestamp>,
        public_revision -> BigInt,
        version -> BigInt,
        weekly_mail -> Bool,
        weekly_mail_weekday -> BigInt,
        weekly_mail_at -> Time,
    }
}

diesel::table! {
    closure (id) {
        id -> Text,
        board_id -> Text,
        kind -> Text,
        valid_from -> Date,
        valid_until -> Date,
        label -> Text,
    }
}

diesel::table! {
    mandate_version (id) {
        id -> Text,
        board_id -> Text,
        label -> Text,
        valid_from -> Date,
        valid_until -> Nullable<Date>,
        decision -> Text,
        version -> BigInt,
        state -> Text,
    }
}

diesel::table! {
    mandate_document (mandate_id) {
        mandate_id -> Text,
        language -> Text,
        case_id -> Nullable<Text>,
        approved_on -> Nullable<Date>,
    }
}

diesel::table! {
    mandate_paragraph (id) {
        id -> Text,
        mandate_id -> Text,
        position -> BigInt,
        number -> Text,
        heading -> Text,
        body -> Text,
    }
}

diesel::table! {
    mandate_rule (id) {
        id -> Text,
        mandate_id -> Text,
        kind -> Text,
        subject -> Text,
        position -> BigInt,
        quantity -> Nullable<BigInt>,
        strength -> Text,
        words -> Text,
        paragraph -> Text,
        among -> Text,
    }
}

diesel::table! {
    deadline_rule (id) {
        id -> Text,
        mandate_id -> Text,
        meeting_kind -> Text,
        stage -> Text,
        days -> BigInt,
        counting -> Text,
        at_time -> Time,
        strength -> Text,
        paragraph -> Text,
    }
}

diesel::table! {
    reminder_rule (id) {
        id -> Text,
        board_id -> Text,
        about -> Text,
        to_role -> Text,
        kind -> Text,
        quantity -> BigInt,
        unit -> Text,
        at_most -> BigInt,
    }
}

diesel::table! {
    seat (id) {
        id -> Text,
        board_id -> Text,
        kind -> Text,
        position -> BigInt,
        valid_from -> Date,
        valid_until -> Nullable<Date>,
    }
}

diesel::table! {
    appointment (id) {
        id -> Text,
        board_id -> Text,
        seat_id -> Nullable<Text>,
        organisation_id -> Nullable<Text>,
        role -> Text,
        valid_from -> Date,
        valid_until -> Nullable<Date>,
        decision -> Text,
        name_by -> Nullable<Date>,
        version -> BigInt,
    }
}

diesel::table! {
    representation (id) {
        id -> Text,
        appointment_id -> Text,
        person_id -> Text,
        valid_from -> Date,
        valid_until -> Nullable<Date>,
        level -> Nullable<Text>,
    }
}

diesel::table! {
    council_report (id) {
        id -> Text,
        board_id -> Text,
        title -> Text,
        due_on -> Date,
        delivered_at -> Nullable<Timestamp>,
        version -> BigInt,
    }
}

diesel::table! {
    meeting (id) {
        id -> Text,
        board_id -> Text,
        kind -> Text,
        title -> Text,
        place -> Text,
        video_link -> Text,
        archive_reference -> Text,
        state -> Text,
        first_day -> Date,
        last_day -> Date,
        created_at -> Timestamp,
        version -> BigInt,
        calendar_sequence -> BigInt,
        calendar_changed_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    calendar_feed (id) {
        id -> Text,
        person_id -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    meeting_session (meeting_id, position) {
        meeting_id -> Text,
        position -> BigInt,
        day -> Date,
        starts -> Nullable<Time>,
        ends -> Nullable<Time>,
    }
}

diesel::table! {
    meeting_deadline (meeting_id, stage) {
        meeting_id -> Text,
        board_id -> Text,
        stage -> Text,
        due_on -> Date,
        due_at -> Timestamp,
        done_at -> Nullable<Timestamp>,
        done_by -> Nullable<Text>,
    }
}

diesel::table! {
    occasion (id) {
        id -> Text,
        kind -> Text,
        board_id -> Nullable<Text>,
        object_kind -> Text,
        object_id -> Text,
        slot -> Text,
        occurrence -> BigInt,
        about_day -> Nullable<Date>,
        deadline -> Nullable<Timestamp>,
        due -> Timestamp,
        expires -> Timestamp,
        state -> Text,
        why -> Text,
        settled_at -> Nullable<Timestamp>,
        created_at -> Timestamp,
    }
}

diesel::table! {
    message (id) {
        id -> Text,
        occasion_id -> Text,
        board_id -> Nullable<Text>,
        recipient -> Text,
        person_id -> Nullable<Text>,
        name -> Text,
        address -> Text,
        language -> Text,
        reply_to -> Text,
        subject -> Text,
        body -> Text,
        message_id -> Text,
        state -> Text,
        attempts -> BigInt,
        not_before -> Timestamp,
        expires -> Timestamp,
        claimed_by -> Text,
        handed_over_at -> Nullable<Timestamp>,
        last_answer -> Text,
        created_at -> Timestamp,
        rank -> BigInt,
    }
}

diesel::table! {
    delivery (id) {
        id -> Text,
        message_id -> Text,
        attempt -> BigInt,
        at -> Timestamp,
        outcome -> Text,
        answer -> Text,
    }
}

diesel::table! {
    digest_thing (occasion_id, person_id, kind, object_id, about_day) {
        occasion_id -> Text,
        person_id -> Text,
        kind -> Text,
        object_id -> Text,
        about_day -> Date,
    }
}

diesel::table! {
    notice (id) {
        id -> Text,
        board_id -> Text,
        kind -> Text,
        subject -> Text,
        paragraph -> Text,
        sent_by -> Nullable<Text>,
        sent_at -> Timestamp,
    }
}

diesel::table! {
    notice_meeting (notice_id, meeting_id) {
        notice_id -> Text,
        meeting_id -> Text,
        position -> BigInt,
        sequence -> BigInt,
        told -> Text,
        before -> Nullable<Text>,
    }
}

diesel::table! {
    notice_recipient (id) {
        id -> Text,
        notice_id -> Text,
        person_id -> Text,
        meeting_id -> Nullable<Text>,
    }
}

diesel::table! {
    reply (id) {
        id -> Text,
        meeting_id -> Text,
        person_id -> Text,
        answer -> Text,
        for_day -> Date,
        answered_at -> Timestamp,
        answered_by -> Nullable<Text>,
        version -> BigInt,
    }
}

diesel::table! {
    replacement (id) {
        id -> Text,
        meeting_id -> Text,
        appointment_id -> Text,
        person_id -> Text,
        name -> Text,
        scope -> Text,
        state -> Text,
        named_by -> Text,
        named_at -> Timestamp,
        settled_by -> Nullable<Text>,
        settled_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    mail_wording (id) {
        id -> Text,
        board_id -> Text,
        kind -> Text,
        variant -> Text,
        language -> Text,
        subject -> Text,
        opening -> Text,
        in_use -> Bool,
        version -> BigInt,
        changed_by -> Text,
        changed_at -> Timestamp,
    }
}

diesel::table! {
    need (meeting_id, person_id) {
        meeting_id -> Text,
        person_id -> Text,
        words -> Text,
    }
}

diesel::table! {
    legal_basis (id) {
        id -> Text,
        position -> BigInt,
        reference -> Text,
        words -> Text,
        valid_from -> Date,
        valid_until -> Nullable<Date>,
    }
}

diesel::table! {
    assessment (id) {
        id -> Text,
        object_kind -> Text,
        object_id -> Text,
        outcome -> Text,
        basis_id -> Nullable<Text>,
        scope -> Nullable<Text>,
        extended_access -> Bool,
        reassess_on -> Nullable<Date>,
        open_from -> Nullable<Timestamp>,
        assessed_by -> Text,
        assessed_at -> Timestamp,
    }
}

diesel::table! {
    opening (id) {
        id -> Text,
        object_kind -> Text,
        object_id -> Text,
        person_id -> Text,
        through_board_id -> Nullable<Text>,
        valid_until -> Nullable<Timestamp>,
        given_by -> Text,
        given_at -> Timestamp,
        withdrawn_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    public_revision (board_id) {
        board_id -> Text,
        revision -> BigInt,
    }
}

diesel::table! {
    case_setting (board_id) {
        board_id -> Text,
        numbering -> Text,
        reader_roles -> Text,
        talk_reminder_days -> BigInt,
        version -> BigInt,
    }
}

diesel::table! {
    case_counter (board_id, series) {
        board_id -> Text,
        series -> Text,
        last -> BigInt,
    }
}

diesel::table! {
    board_case (id) {
        id -> Text,
        board_id -> Text,
        title -> Text,
        public_title -> Text,
        kind -> Text,
        subject -> Text,
        language -> Text,
        description -> Text,
        archive_reference -> Text,
        responsible_board_id -> Nullable<Text>,
        affects_municipalities -> Bool,
        follows_id -> Nullable<Text>,
        wanted_meeting_id -> Nullable<Text>,
        meeting_id -> Nullable<Text>,
        series -> Nullable<Text>,
        sequence -> Nullable<BigInt>,
        year -> Nullable<BigInt>,
        state -> Text,
        proposed_by -> Text,
        proposed_through -> Text,
        proposed_at -> Timestamp,
        audience -> Text,
        assessment -> Text,
        title_exempt -> Bool,
        open_from -> Nullable<Timestamp>,
        withdrawn_at -> Nullable<Timestamp>,
        version -> BigInt,
        products_tied_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    case_organisation (case_id, organisation_id) {
        case_id -> Text,
        organisation_id -> Text,
    }
}

diesel::table! {
    case_event (id) {
        id -> Text,
        case_id -> Text,
        state -> Text,
        at -> Timestamp,
        by_id -> Nullable<Text>,
        reason -> Text,
        meeting_id -> Nullable<Text>,
    }
}

diesel::table! {
    early_talk (case_id) {
        case_id -> Text,
        held_on -> Date,
        with_whom -> Text,
        recorded_by -> Text,
        recorded_at -> Timestamp,
    }
}

diesel::table! {
    late_permission (id) {
        id -> Text,
        case_id -> Text,
        meeting_id -> Text,
        given_by -> Text,
        recorded_by -> Text,
        recorded_at -> Timestamp,
        reason -> Text,
    }
}

diesel::table! {
    recusal (id) {
        id -> Text,
        case_id -> Text,
        person_id -> Text,
        reason -> Text,
        declared_by -> Text,
        declared_at -> Timestamp,
        withdrawn_by -> Nullable<Text>,
        withdrawn_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    agenda (meeting_id) {
        meeting_id -> Text,
        begun_at -> Timestamp,
        version -> BigInt,
    }
}

diesel::table! {
    agenda_item (id) {
        id -> Text,
        meeting_id -> Text,
        position -> BigInt,
        session -> BigInt,
        kind -> Text,
        case_id -> Nullable<Text>,
        title -> Text,
        minutes -> Nullable<BigInt>,
        presenter -> Text,
    }
}

diesel::table! {
    agenda_guest (id) {
        id -> Text,
        meeting_id -> Text,
        name -> Text,
        organisation -> Text,
        from_item_id -> Text,
        until_item_id -> Nullable<Text>,
    }
}

diesel::table! {
    attendance (id) {
        id -> Text,
        meeting_id -> Text,
        session -> BigInt,
        who -> Text,
        person_id -> Nullable<Text>,
        name -> Text,
        organisation -> Text,
        part -> Text,
        appointment_id -> Nullable<Text>,
        instead_of -> Text,
        presence -> Text,
        from_item_id -> Nullable<Text>,
        until_item_id -> Nullable<Text>,
        as_written -> Text,
        stay_said -> Nullable<Text>,
        remark -> Text,
    }
}

diesel::table! {
    case_source (case_id) {
        case_id -> Text,
        number -> Text,
        responsible -> Nullable<Text>,
        remark -> Text,
    }
}

diesel::table! {
    meeting_unknown (meeting_id, part) {
        meeting_id -> Text,
        part -> Text,
    }
}

diesel::table! {
    minutes_approval (item_id, meeting_id) {
        item_id -> Text,
        meeting_id -> Text,
    }
}

diesel::table! {
    minutes_source (meeting_id) {
        meeting_id -> Text,
        published_on -> Nullable<Date>,
        source -> Text,
        remark -> Text,
    }
}

diesel::table! {
    action_item (id) {
        id -> Text,
        board_id -> Text,
        meeting_id -> Text,
        item_id -> Text,
        case_id -> Nullable<Text>,
        title -> Text,
        content -> Text,
        owner_person_id -> Nullable<Text>,
        owner_organisation_id -> Nullable<Text>,
        owner_name -> Text,
        assigned_by -> Text,
        assigned_at -> Timestamp,
        due_on -> Nullable<Date>,
        link -> Text,
        state -> Text,
        note -> Text,
        settled_by -> Nullable<Text>,
        settled_at -> Nullable<Timestamp>,
        created_by -> Text,
        created_at -> Timestamp,
        version -> BigInt,
        audience -> Text,
        assessment -> Text,
        open_from -> Nullable<Timestamp>,
        withdrawn_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    minutes (meeting_id) {
        meeting_id -> Text,
        language -> Text,
        opening -> Text,
        version -> BigInt,
    }
}

diesel::table! {
    minute_item (item_id) {
        item_id -> Text,
        meeting_id -> Text,
        case_id -> Nullable<Text>,
        title -> Text,
        content -> Text,
        outcome -> Text,
        conclusion -> Text,
        dissent -> Text,
        starts -> Nullable<Time>,
        ends -> Nullable<Time>,
        version -> BigInt,
        saved_by -> Text,
        saved_at -> Timestamp,
    }
}

diesel::table! {
    minute_access (item_id) {
        item_id -> Text,
        meeting_id -> Text,
        board_id -> Text,
        subject_id -> Text,
        wanted -> Text,
        audience -> Text,
        assessment -> Text,
        basis_id -> Nullable<Text>,
        title_exempt -> Bool,
        open_from -> Nullable<Timestamp>,
        withdrawn_at -> Nullable<Timestamp>,
        version -> BigInt,
        title_waits -> Bool,
    }
}

diesel::table! {
    minutes_version (id) {
        id -> Text,
        meeting_id -> Text,
        board_id -> Text,
        number -> BigInt,
        step -> Text,
        language -> Text,
        content -> Text,
        basis -> Text,
        reason -> Text,
        made_by -> Nullable<Text>,
        made_at -> Timestamp,
    }
}

diesel::table! {
    minutes_round (meeting_id) {
        meeting_id -> Text,
        board_id -> Text,
        draft -> BigInt,
        sent_by -> Text,
        sent_at -> Timestamp,
        remarks_on -> Date,
        remarks_until -> Timestamp,
        approved -> Nullable<BigInt>,
        approved_at -> Nullable<Timestamp>,
        approved_by -> Nullable<Text>,
        approving_id -> Nullable<Text>,
        correction -> Nullable<Text>,
        version -> BigInt,
        kept -> Nullable<Text>,
    }
}

diesel::table! {
    minutes_remark (id) {
        id -> Text,
        meeting_id -> Text,
        board_id -> Text,
        item_id -> Nullable<Text>,
        case_id -> Nullable<Text>,
        draft -> BigInt,
        person_id -> Text,
        content -> Text,
        made_at -> Timestamp,
        state -> Text,
        answer -> Text,
        settled_by -> Nullable<Text>,
        settled_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    publication (id) {
        id -> Text,
        meeting_id -> Text,
        board_id -> Text,
        number -> BigInt,
        language -> Text,
        state -> Text,
        asked_by -> Text,
        asked_at -> Timestamp,
        published_by -> Nullable<Text>,
        published_at -> Nullable<Timestamp>,
        mail_at -> Nullable<Timestamp>,
        withdrawn_by -> Nullable<Text>,
        withdrawn_at -> Nullable<Timestamp>,
        reason -> Text,
        was_public -> Bool,
        shut_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    minutes_setting (board_id) {
        board_id -> Text,
        approval -> Text,
        needs_second -> Bool,
        meant_for -> Text,
        shown_to -> Text,
        version -> BigInt,
    }
}

diesel::table! {
    published_item (item_id) {
        item_id -> Text,
        meeting_id -> Text,
        board_id -> Text,
        case_id -> Nullable<Text>,
        position -> BigInt,
        label -> Text,
        title -> Text,
        language -> Text,
        content -> Text,
        outcome -> Text,
        outcome_word -> Text,
        conclusion -> Text,
        day -> Date,
        published_at -> Timestamp,
    }
}

diesel::table! {
    owner_decision (item_id) {
        item_id -> Text,
        meeting_id -> Text,
        board_id -> Text,
        inside -> Nullable<BigInt>,
        outside -> Nullable<BigInt>,
        changed_at -> Nullable<Timestamp>,
        version -> BigInt,
    }
}

diesel::table! {
    owner_decision_version (id) {
        id -> Text,
        item_id -> Text,
        number -> BigInt,
        stance -> Nullable<Text>,
        decider -> Text,
        decided_on -> Nullable<Date>,
        content -> Text,
        link -> Text,
        made_by -> Text,
        made_at -> Timestamp,
    }
}

diesel::table! {
    paper (id) {
        id -> Text,
        board_id -> Text,
        case_id -> Text,
        part -> Text,
        position -> BigInt,
        title -> Text,
        language -> Text,
        archive_reference -> Text,
        latest -> BigInt,
        published -> Nullable<BigInt>,
        audience -> Text,
        assessment -> Text,
        title_exempt -> Bool,
        open_from -> Nullable<Timestamp>,
        withdrawn_at -> Nullable<Timestamp>,
        created_by -> Text,
        created_at -> Timestamp,
        version -> BigInt,
    }
}

diesel::table! {
    paper_version (id) {
        id -> Text,
        paper_id -> Text,
        number -> BigInt,
        checksum -> Text,
        content -> Nullable<Text>,
        file_kind -> Nullable<Text>,
        file_name -> Nullable<Text>,
        file_size -> Nullable<BigInt>,
        pages -> Nullable<BigInt>,
        changed -> Text,
        made_by -> Text,
        made_at -> Timestamp,
        late_reason -> Nullable<Text>,
        late_allowed_by -> Nullable<Text>,
        numbers_reason -> Nullable<Text>,
        fit -> Nullable<Text>,
    }
}

diesel::table! {
    paper_draft (paper_id) {
        paper_id -> Text,
        content -> Text,
        saved_by -> Text,
        saved_at -> Timestamp,
        version -> BigInt,
    }
}

diesel::table! {
    paper_reading (paper_id, person_id) {
        paper_id -> Text,
        person_id -> Text,
        number -> BigInt,
        at -> Timestamp,
    }
}

diesel::table! {
    dispatch (id) {
        id -> Text,
        board_id -> Text,
        meeting_id -> Text,
        number -> BigInt,
        paragraph -> Text,
        sent_by -> Text,
        sent_at -> Timestamp,
    }
}

diesel::table! {
    dispatch_paper (dispatch_id, paper_id) {
        dispatch_id -> Text,
        paper_id -> Text,
        number -> BigInt,
    }
}

diesel::table! {
    dispatch_recipient (dispatch_id, person_id) {
        dispatch_id -> Text,
        person_id -> Text,
    }
}

diesel::table! {
    paper_note (id) {
        id -> Text,
        paper_id -> Text,
        person_id -> Text,
        number -> BigInt,
        page -> Nullable<BigInt>,
        content -> Text,
        written_at -> Timestamp,
    }
}

diesel::table! {
    job (id) {
        id -> Text,
        kind -> Text,
        key -> Text,
        input -> Text,
        state -> Text,
        done -> BigInt,
        steps -> BigInt,
        attempts -> BigInt,
        worker -> Text,
        free_at -> Timestamp,
        trouble -> Text,
        asked_at -> Timestamp,
        ended_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    colleague (id) {
        id -> Text,
        board_id -> Text,
        meeting_id -> Text,
        named_by -> Text,
        name -> Text,
        address -> Text,
        language -> Text,
        named_at -> Timestamp,
        ended_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    shared_paper (paper_id, case_id) {
        paper_id -> Text,
        case_id -> Text,
        added_by -> Text,
        added_at -> Timestamp,
    }
}

diesel::table! {
    case_officer (id) {
        id -> Text,
        case_id -> Text,
        person_id -> Text,
        named_by -> Text,
        named_at -> Timestamp,
        ended_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    paper_document (paper_id, number) {
        paper_id -> Text,
        number -> BigInt,
        checksum -> Text,
        size -> BigInt,
        pages -> BigInt,
    }
}

diesel::table! {
    page_range (meeting_id, first) {
        meeting_id -> Text,
        first -> BigInt,
        pages -> BigInt,
        case_id -> Text,
        paper_id -> Nullable<Text>,
        number -> Nullable<BigInt>,
    }
}

diesel::table! {
    dispatch_pack (dispatch_id, key) {
        dispatch_id -> Text,
        key -> Text,
    }
}

diesel::table! {
    pack (key) {
        key -> Text,
        meeting_id -> Text,
        checksum -> Text,
        size -> BigInt,
        pages -> BigInt,
        made_at -> Timestamp,
        used_at -> Timestamp,
        dropped_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    search_text (id) {
        id -> BigInt,
        case_id -> Text,
        paper_id -> Nullable<Text>,
        version -> BigInt,
        number -> Nullable<BigInt>,
        content -> Text,
    }
}

diesel::table! {
    published_text (id) {
        id -> BigInt,
        item_id -> Text,
        dissent -> Text,
    }
}

diesel::table! {
    published_due (item_id) {
        item_id -> Text,
    }
}

diesel::table! {
    search_due (object_id) {
        object_id -> Text,
        is_paper -> Bool,
        tries -> BigInt,
    }
}

diesel::table! {
    colleague_paper (colleague_id, paper_id) {
        colleague_id -> Text,
        paper_id -> Text,
    }
}

diesel::table! {
    case_input (id) {
        id -> Text,
        board_id -> Text,
        case_id -> Text,
        person_id -> Text,
        organisation_id -> Nullable<Text>,
        content -> Text,
        number -> BigInt,
        first_sent_at -> Timestamp,
        sent_at -> Timestamp,
        audience -> Text,
        assessment -> Text,
        open_from -> Nullable<Timestamp>,
        withdrawn_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    case_input_draft (case_id, person_id) {
        case_id -> Text,
        person_id -> Text,
        content -> Text,
        saved_at -> Timestamp,
        version -> BigInt,
    }
}

diesel::table! {
    paper_opened (paper_id, person_id) {
        paper_id -> Text,
        person_id -> Text,
        board_id -> Text,
        number -> BigInt,
        at -> Timestamp,
    }
}

diesel::table! {
    subscription (id) {
        id -> Text,
        board_id -> Nullable<Text>,
        product_id -> Nullable<Text>,
        address -> Nullable<Text>,
        person_id -> Nullable<Text>,
        language -> Text,
        frequency -> Text,
        state -> Text,
        asked_at -> Timestamp,
        confirmed_at -> Nullable<Timestamp>,
        ended_at -> Nullable<Timestamp>,
        last_told_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    product_group (id) {
        id -> Text,
        name -> Text,
        position -> BigInt,
        version -> BigInt,
    }
}

diesel::table! {
    product (id) {
        id -> Text,
        group_id -> Text,
        name -> Text,
        owner_id -> Text,
        description -> Text,
        version -> BigInt,
    }
}

diesel::table! {
    plan_template (id) {
        id -> Text,
        board_id -> Text,
        title -> Text,
        case_kind -> Text,
        case_subject -> Text,
        counting -> Text,
        numbers -> Text,
        version -> BigInt,
    }
}

diesel::table! {
    annual_plan (id) {
        id -> Text,
        board_id -> Text,
        year -> BigInt,
        audience -> Text,
        approved_on -> Nullable<Date>,
        approved_case -> Nullable<Text>,
        approved_in -> Text,
        approved_at -> Nullable<Timestamp>,
        version -> BigInt,
    }
}

diesel::table! {
    plan_item (id) {
        id -> Text,
        plan_id -> Text,
        title -> Text,
        case_kind -> Text,
        case_subject -> Text,
        template_id -> Nullable<Text>,
        template_number -> Nullable<BigInt>,
        case_id -> Nullable<Text>,
        meeting_id -> Nullable<Text>,
        carried_from -> Nullable<Text>,
        dropped -> Text,
        changed_at -> Timestamp,
        version -> BigInt,
    }
}

diesel::table! {
    product_phase (id) {
        id -> Text,
        product_id -> Text,
        phase -> Text,
        valid_from -> Date,
        correction -> Text,
    }
}

diesel::table! {
    rotation (id) {
        id -> Text,
        board_id -> Text,
        title -> Text,
        valid_from -> Date,
        note -> Text,
        state -> Text,
        case_id -> Nullable<Text>,
        decision -> Text,
        decided_on -> Nullable<Date>,
        version -> BigInt,
    }
}

diesel::table! {
    rotation_line (id) {
        id -> Text,
        rotation_id -> Text,
        seat_id -> Text,
        leaves_id -> Nullable<Text>,
        leaves_until -> Nullable<Date>,
        organisation_id -> Nullable<Text>,
        valid_from -> Date,
        valid_until -> Nullable<Date>,
        name_by -> Nullable<Date>,
        made_id -> Nullable<Text>,
    }
}

diesel::table! {
    product_strategy (id) {
        id -> Text,
        product_id -> Text,
        title -> Text,
        link -> Text,
        archive_reference -> Text,
        valid_from -> Date,
        valid_until -> Nullable<Date>,
    }
}

diesel::table! {
    case_product (case_id, product_id) {
        case_id -> Text,
        product_id -> Text,
    }
}

diesel::table! {
    payment (id) {
        id -> Text,
        organisation_id -> Text,
        product_id -> Text,
        year -> BigInt,
        ore -> BigInt,
        version -> BigInt,
    }
}

diesel::table! {
    product_year (id) {
        id -> Text,
        product_id -> Text,
        year -> BigInt,
        version -> BigInt,
    }
}

diesel::table! {
    product_frame (product_year_id, kind) {
        product_year_id -> Text,
        kind -> Text,
        ore -> BigInt,
    }
}

diesel::table! {
    product_spent (product_year_id, tertial) {
        product_year_id -> Text,
        tertial -> BigInt,
        ore -> BigInt,
        note -> Text,
    }
}

diesel::table! {
    cost_split (product_year_id) {
        product_year_id -> Text,
        way -> Text,
        ore -> BigInt,
    }
}

diesel::table! {
    cost_split_part (product_year_id, organisation_id) {
        product_year_id -> Text,
        organisation_id -> Text,
    }
}

diesel::table! {
    council (id) {
        id -> Text,
        board_id -> Text,
        case_id -> Nullable<Text>,
        decision -> Text,
        valid_from -> Date,
        valid_until -> Nullable<Date>,
        dissolved_from -> Nullable<Date>,
        dissolved_decision -> Text,
        dissolved_by -> Nullable<Text>,
        closed_at -> Nullable<Timestamp>,
        report_months -> Nullable<BigInt>,
        report_from -> Nullable<Date>,
        report_title -> Text,
        version -> BigInt,
    }
}

diesel::table! {
    delegation (id) {
        id -> Text,
        origin -> Text,
        board_id -> Text,
        case_id -> Text,
        council_id -> Text,
        council_case_id -> Text,
        question -> Text,
        due_on -> Nullable<Date>,
        meeting_id -> Nullable<Text>,
        state -> Text,
        advice -> Text,
        asked_by -> Text,
        asked_at -> Timestamp,
        settled_by -> Nullable<Text>,
        settled_at -> Nullable<Timestamp>,
        version -> BigInt,
    }
}

diesel::table! {
    measure (id) {
        id -> Text,
        board_id -> Text,
        title -> Text,
        ministry_id -> Text,
        first_year -> BigInt,
        last_year -> BigInt,
        description -> Text,
        goals -> Text,
        activities -> Text,
        contact -> Text,
        version -> BigInt,
    }
}

diesel::table! {
    measure_party (measure_id, part, organisation_id) {
        measure_id -> Text,
        part -> Text,
        organisation_id -> Text,
    }
}

diesel::table! {
    measure_status (measure_id, position) {
        measure_id -> Text,
        position -> BigInt,
        status -> Text,
        on_day -> Date,
        note -> Text,
        made_by -> Text,
        made_at -> Timestamp,
    }
}

diesel::table! {
    measure_report (case_id) {
        case_id -> Text,
        board_id -> Text,
        made_at -> Timestamp,
    }
}

diesel::table! {
    related_body (id) {
        id -> Text,
        board_id -> Text,
        name -> Text,
        kind -> Text,
        organisation_id -> Nullable<Text>,
        heard_on -> Text,
        document -> Text,
        link -> Text,
        archive_reference -> Text,
        dated -> Nullable<Date>,
        mandate_id -> Nullable<Text>,
        review_on -> Nullable<Date>,
        version -> BigInt,
    }
}

diesel::table! {
    related_subject (body_id, subject) {
        body_id -> Text,
        subject -> Text,
    }
}

diesel::table! {
    related_review (body_id, position) {
        body_id -> Text,
        position -> BigInt,
        reviewed_on -> Date,
        next_on -> Nullable<Date>,
        note -> Text,
        made_by -> Text,
    }
}

diesel::table! {
    case_hearing (case_id, body_id) {
        case_id -> Text,
        body_id -> Text,
        asked_on -> Date,
        answered_on -> Nullable<Date>,
        answer -> Text,
        link -> Text,
        version -> BigInt,
    }
}

diesel::joinable!(organisation_name -> organisation (organisation_id));
diesel::joinable!(service_owner_period -> organisation (organisation_id));
diesel::joinable!(organisation_domain -> organisation (organisation_id));
diesel::joinable!(identity -> person (person_id));
diesel::joinable!(affiliation -> person (person_id));
diesel::joinable!(affiliation -> organisation (organisation_id));
diesel::joinable!(instance_role -> person (person_id));
diesel::joinable!(session -> person (person_id));
diesel::joinable!(closure -> board (board_id));
diesel::joinable!(mandate_version -> board (board_id));
diesel::joinable!(mandate_document -> mandate_version (mandate_id));
diesel::joinable!(mandate_paragraph -> mandate_version (mandate_id));
diesel::joinable!(mandate_rule -> mandate_version (mandate_id));
diesel::joinable!(deadline_rule -> mandate_version (mandate_id));
diesel::joinable!(reminder_rule -> board (board_id));
diesel::joinable!(seat -> board (board_id));
diesel::joinable!(appointment -> board (board_id));
diesel::joinable!(appointment -> seat (seat_id));
diesel::joinable!(appointment -> organisation (organisation_id));
diesel::joinable!(representation -> appointment (appointment_id));
diesel::joinable!(representation -> person (person_id));
diesel::joinable!(council_report -> board (board_id));
diesel::joinable!(council -> board (board_id));
diesel::joinable!(delegation -> board_case (case_id));
diesel::joinable!(meeting -> board (board_id));
diesel::joinable!(calendar_feed -> person (person_id));
diesel::joinable!(meeting_session -> meeting (meeting_id));
diesel::joinable!(meeting_deadline -> meeting (meeting_id));
diesel::joinable!(meeting_deadline -> board (board_id));
diesel::joinable!(occasion -> board (board_id));
diesel::joinable!(message -> occasion (occasion_id));
diesel::joinable!(delivery -> message (message_id));
diesel::joinable!(digest_thing -> occasion (occasion_id));
diesel::joinable!(notice_meeting -> notice (notice_id));
diesel::joinable!(notice_meeting -> meeting (meeting_id));
diesel::joinable!(notice_recipient -> notice (notice_id));
diesel::joinable!(notice_recipient -> person (person_id));
diesel::joinable!(reply -> meeting (meeting_id));
diesel::joinable!(replacement -> meeting (meeting_id));
diesel::joinable!(replacement -> appointment (appointment_id));
diesel::joinable!(need -> meeting (meeting_id));
diesel::joinable!(board_case -> board (board_id));
diesel::joinable!(case_organisation -> board_case (case_id));
diesel::joinable!(case_event -> board_case (case_id));
diesel::joinable!(early_talk -> board_case (case_id));
diesel::joinable!(recusal -> board_case (case_id));
diesel::joinable!(recusal -> person (person_id));
diesel::joinable!(agenda_item -> board_case (case_id));
diesel::joinable!(attendance -> meeting (meeting_id));
diesel::joinable!(case_source -> board_case (case_id));
diesel::joinable!(minutes_approval -> agenda_item (item_id));
diesel::joinable!(action_item -> board_case (case_id));
diesel::joinable!(action_item -> meeting (meeting_id));
diesel::joinable!(minutes -> meeting (meeting_id));
diesel::joinable!(minute_item -> meeting (meeting_id));
diesel::joinable!(minute_item -> person (saved_by));
diesel::joinable!(minute_access -> legal_basis (basis_id));
diesel::joinable!(minutes_version -> meeting (meeting_id));
diesel::joinable!(minutes_round -> meeting (meeting_id));
diesel::joinable!(minutes_remark -> person (person_id));
diesel::joinable!(publication -> meeting (meeting_id));
diesel::joinable!(published_item -> minute_access (item_id));
diesel::joinable!(published_item -> meeting (meeting_id));
diesel::joinable!(owner_decision -> minute_access (item_id));
diesel::joinable!(owner_decision -> meeting (meeting_id));
diesel::joinable!(owner_decision_version -> owner_decision (item_id));
diesel::joinable!(owner_decision_version -> person (made_by));
diesel::joinable!(paper -> board_case (case_id));
diesel::joinable!(paper_version -> paper (paper_id));
diesel::joinable!(paper_version -> person (made_by));
diesel::joinable!(paper_reading -> paper (paper_id));
diesel::joinable!(dispatch -> person (sent_by));
diesel::joinable!(dispatch_paper -> dispatch (dispatch_id));
diesel::joinable!(dispatch_recipient -> person (person_id));
diesel::joinable!(colleague -> meeting (meeting_id));
diesel::joinable!(shared_paper -> paper (paper_id));
diesel::joinable!(case_officer -> board_case (case_id));
diesel::joinable!(published_text -> published_item (item_id));
diesel::joinable!(colleague_paper -> colleague (colleague_id));
diesel::joinable!(colleague_paper -> paper (paper_id));
diesel::joinable!(case_input -> board_case (case_id));
diesel::joinable!(paper_opened -> board (board_id));
diesel::joinable!(subscription -> board (board_id));
diesel::joinable!(subscription -> person (person_id));
diesel::joinable!(subscription -> product (product_id));
diesel::joinable!(product -> product_group (group_id));
diesel::joinable!(plan_item -> annual_plan (plan_id));
diesel::joinable!(product_phase -> product (product_id));
diesel::joinable!(product_strategy -> product (product_id));
diesel::joinable!(rotation_line -> rotation (rotation_id));
diesel::joinable!(rotation_line -> seat (seat_id));
diesel::joinable!(case_product -> board_case (case_id));
diesel::joinable!(case_product -> product (product_id));
diesel::joinable!(payment -> organisation (organisation_id));
diesel::joinable!(payment -> product (product_id));
diesel::joinable!(product_year -> product (product_id));
diesel::joinable!(product_frame -> product_year (product_year_id));
diesel::joinable!(product_spent -> product_year (product_year_id));
diesel::joinable!(cost_split -> product_year (product_year_id));
diesel::joinable!(measure_status -> person (made_by));
diesel::joinable!(measure_report -> board_case (case_id));
diesel::joinable!(related_review -> person (made_by));
diesel::joinable!(case_hearing -> related_body (body_id));

diesel::allow_tables_to_appear_in_same_query!(
    secret,
    audit_entry,
    heartbeat,
    code_word,
    organisation,
    organisation_name,
    service_owner_period,
    organisation_domain,
    person,
    identity,
    affiliation,
    instance_role,
    session_rule,
    session,
    sign_in_link,
    parked_form,
    import_draft,
    board,
    closure,
    mandate_version,
    mandate_document,
    mandate_paragraph,
    mandate_rule,
    deadline_rule,
    reminder_rule,
    seat,
    appointment,
    representation,
    council_report,
    council,
    delegation,
    meeting,
    calendar_feed,
    meeting_session,
    meeting_deadline,
    occasion,
    message,
    delivery,
    digest_thing,
    notice,
    notice_meeting,
    notice_recipient,
    reply,
    replacement,
    mail_wording,
    need,
    legal_basis,
    assessment,
    opening,
    public_revision,
    case_setting,
    case_counter,
    board_case,
    case_organisation,
    case_event,
    early_talk,
    late_permission,
    recusal,
    agenda,
    agenda_item,
    agenda_guest,
    attendance,
    case_source,
    meeting_unknown,
    minutes_approval,
    minutes_source,
    action_item,
    minutes,
    minute_item,
    minute_access,
    minutes_version,
    minutes_round,
    minutes_remark,
    publication,
    minutes_setting,
    published_item,
    owner_decision,
    owner_decision_version,
    paper,
    paper_version,
    paper_draft,
    paper_reading,
    dispatch,
    dispatch_paper,
    dispatch_recipient,
    paper_note,
    job,
    colleague,
    shared_paper,
    case_officer,
    paper_document,
    page_range,
    dispatch_pack,
    pack,
    search_text,
    published_text,
    published_due,
    search_due,
    colleague_paper,
    case_input,
    case_input_draft,
    paper_opened,
    subscription,
    product_group,
    product,
    plan_template,
    annual_plan,
    plan_item,
    product_phase,
    rotation,
    rotation_line,
    product_strategy,
    case_product,
    payment,
    product_year,
    product_frame,
    product_spent,
    cost_split,
    cost_split_part,
    measure,
    measure_party,
    measure_status,
    measure_report,
    related_body,
    related_subject,
    related_review,
    case_hearing,
);
